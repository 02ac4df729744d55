import type { NeedView } from '@server/needs/need.view';
import type { ProjectView } from '@server/projects/project.view';
import type { TalentView } from '@server/talent/talent.view';
import type { ReactNode } from 'react';
import { OrganisationLink } from './organisation-link';
import { criterionWords } from '../review/criterion-words';
import { useMessages } from '../i18n/use-messages';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import type { AnyRecord } from './kinds';

type Fact = readonly [name: string, value: ReactNode];

/** What a record states beside its text, as names and values. */
export function useRecordFacts(record: AnyRecord): Fact[] {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const speech = { say, label };
  const separator = say('list.separator');
  const list = (vocabulary: string, codes: readonly string[] | undefined) =>
    codes?.map((code) => label(vocabulary, code)).join(separator);
  const words = (criterion: string, value: unknown) => criterionWords(criterion, value, speech);
  const range = (min?: number, max?: number) => words('pay', { min, max });

  const shared: Fact[] = [
    [say('field.code'), record.code],
    [say('field.park'), record.park ?? undefined],
    [
      say('field.organisation'),
      'organisation' in record && record.organisation && <OrganisationLink {...record.organisation} />,
    ],
    [say('field.tags'), list('industry-tags', record.tags)],
    [say('field.confidentiality'), label('confidentialities', record.confidentiality)],
    [say('field.expiresOn'), day(record.expiresOn)],
  ];
  const technology = ({ technology: t, must }: NeedView): Fact[] => [
    [say('field.budget'), range(t?.budgetMin, t?.budgetMax)],
    [say('field.deadline'), day(t?.deadline ?? null)],
    [say('field.modes'), list('modes', t?.modes)],
    [say('field.ipOwnership'), label('ip-ownerships', t?.ipOwnership)],
    [say('field.trl'), words('trl', t?.trlWanted)],
    [
      say('field.indicators'),
      t?.indicators
        .map(({ name, now, wanted }) => say('value.indicator', { name, now: now ?? '—', wanted }))
        .join(separator),
    ],
    [say('field.basis'), t?.basis],
    [say('field.expertsWanted'), t?.expertsWanted],
    [say('field.must'), list('criteria', must)],
  ];
  const hiring = ({ hiring: h, must }: NeedView): Fact[] => [
    [say('field.headcount'), h && String(h.headcount)],
    [say('field.tier'), label('talent-tiers', h?.tier)],
    [say('field.education'), label('educations', h?.education)],
    [say('field.degree'), label('degrees', h?.degree)],
    [say('field.field'), h?.fields.join(separator)],
    [say('field.skillLevel'), label('skill-levels', h?.skillLevel)],
    [say('field.title'), label('titles', h?.title)],
    [say('field.years'), words('years', h?.minYears)],
    [say('field.city'), h?.city],
    [say('field.engagement'), list('engagements', h?.engagement)],
    [say('field.pay'), range(h?.payMin, h?.payMax)],
    [say('field.benefits'), h?.benefits],
    [say('field.arrivalBy'), day(h?.arrivalBy ?? null)],
    [say('field.must'), list('criteria', must)],
  ];
  const project = (p: ProjectView): Fact[] => [
    [say('field.origin'), label('project-origins', p.origin)],
    [say('field.stage'), label('project-stages', p.stage)],
    [say('field.trl'), words('trl', p.trl)],
    [say('field.investment'), words('investment', p.investment)],
    [say('field.fundingWanted'), words('investment', p.fundingWanted)],
    [say('field.modes'), list('modes', p.modes)],
    [say('field.patents'), p.patents?.map(({ number }) => number).join(separator)],
    [say('field.expertsWanted'), p.expertsWanted],
  ];
  const talent = (t: TalentView): Fact[] => [
    [say('field.tier'), label('talent-tiers', t.tier)],
    [say('field.education'), label('educations', t.education)],
    [say('field.degree'), label('degrees', t.degree)],
    [say('field.school'), t.school],
    [say('field.field'), t.field],
    [say('field.title'), label('titles', t.title)],
    [say('field.skillLevel'), label('skill-levels', t.skillLevel)],
    [say('field.employer'), t.employer],
    [say('field.post'), t.post],
    [say('field.years'), words('years', t.years)],
    [say('field.city'), t.city],
    [say('field.citiesAccepted'), t.citiesAccepted?.join(separator)],
    [say('field.engagement'), list('engagements', t.engagement)],
    [say('field.pay'), range(t.payMin, t.payMax)],
    [say('field.availableFrom'), day(t.availableFrom ?? null)],
  ];
  if ('headline' in record) return [...shared, ...talent(record)];
  if ('origin' in record) return [...shared, ...project(record)];
  return [...shared, ...(record.kind === 'hiring' ? hiring(record) : technology(record))];
}
