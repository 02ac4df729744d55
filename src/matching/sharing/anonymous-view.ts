import type { ProjectForMatching } from '../../projects/project.service';
import { type Disclosure, titleFrom } from '../../records/disclosure';
import type { MatchingRecord } from '../../records/matching-record';
import type { TalentForMatching } from '../../talent/talent.service';
import type { TalentDetails } from '../../talent/talent.schema';
import { isTalent } from '../cards/record-card';
import type { CriterionVerdict } from '../engine/score/criterion-verdict';
import { withoutContact, withoutNames } from './guarded-text';
import { findKnownPlace } from './known-places';
import type { AnonymousView } from './share.schema';

const BAND = 5;
const LAST_BAND = 40;

/** '5-9' for 5 to 9 years. */
export function yearsBand(years: number): string {
  if (years >= LAST_BAND) return `${LAST_BAND}+`;
  const from = Math.floor(years / BAND) * BAND;
  return `${from}-${from + BAND - 1}`;
}

const placeOf = ({ city }: TalentDetails): string | undefined =>
  city === undefined ? undefined : findKnownPlace(city);

const ofTalent = ({ tier, details }: TalentForMatching): Partial<AnonymousView> => ({
  tier,
  education: details.education,
  degree: details.degree,
  skillLevel: details.skillLevel,
  title: details.title,
  years: details.years === undefined ? undefined : yearsBand(details.years),
  city: placeOf(details),
  engagement: details.engagement,
});

export type Words = Pick<AnonymousView, 'headline' | 'text' | 'owner'>;

/** What a stranger may read of a project, as its owner's confidentiality says. */
export function wordsOf(
  project: Pick<MatchingRecord, 'title' | 'text' | 'publicSummary'>,
  disclosure: Disclosure,
  owner: string | undefined,
): Words {
  if (disclosure === 'full') return { headline: project.title, text: project.text, owner };
  const hidden = (text: string) => withoutContact(withoutNames(text, owner === undefined ? [] : [owner]));
  if (disclosure === 'without-organisation')
    return { headline: hidden(project.title), text: hidden(project.text) };
  if (project.publicSummary === null) return {};
  return { headline: titleFrom(project.publicSummary), text: project.publicSummary };
}

/**
 * All that may be told of a supply before more is released, by naming what is told: a field that is added to a record
 * stays hidden until it is named here. `words` is for projects; `verdicts` are those of the demand's criteria.
 */
export function anonymousViewOf(
  supply: MatchingRecord,
  verdicts: readonly CriterionVerdict[],
  words: Words,
): AnonymousView {
  const common = {
    tags: supply.tags,
    criteria: verdicts.map(({ criterion, verdict, importance }) => ({ criterion, verdict, importance })),
  };
  if (isTalent(supply)) return { kind: 'talent', ...common, ...ofTalent(supply) };
  const { origin, stage } = supply as ProjectForMatching;
  return { kind: 'project', ...common, origin: origin ?? undefined, stage: stage ?? undefined, ...words };
}
