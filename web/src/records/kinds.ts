import type { NeedView } from '@server/needs/need.view';
import type { ProjectView } from '@server/projects/project.view';
import type { TalentView } from '@server/talent/talent.view';
import type { PairKind } from '@server/taxonomy/match.vocabulary';
import type { RecordSearch } from '../app/searches';
import type { MessageKey } from '../i18n/i18n';

export type Kind = 'needs' | 'projects' | 'talents';
export interface Views {
  needs: NeedView;
  projects: ProjectView;
  talents: TalentView;
}
export type AnyRecord = Views[Kind];

/** The filters of a list that each kind has beside the shared ones: search field, vocabulary, label. */
export const FILTERS: Record<
  Kind,
  readonly (readonly [field: keyof RecordSearch, vocabulary: string, label: MessageKey])[]
> = {
  needs: [
    ['kind', 'need-kinds', 'field.kind'],
    ['tier', 'talent-tiers', 'field.tier'],
  ],
  projects: [
    ['origin', 'project-origins', 'field.origin'],
    ['stage', 'project-stages', 'field.stage'],
  ],
  talents: [['tier', 'talent-tiers', 'field.tier']],
};

/** What a record is called in a list. */
export const titleOf = (record: AnyRecord): string =>
  'headline' in record
    ? record.name
      ? `${record.name} · ${record.headline}`
      : record.headline
    : record.title;

/** The kinds of shortlists in which a record asks. */
export function asksIn(kind: Kind, record: AnyRecord): PairKind[] {
  if (kind === 'talents') return [];
  if (kind === 'projects') return ['project-expert'];
  return (record as NeedView).kind === 'hiring' ? ['hiring-talent'] : ['tech-project', 'tech-expert'];
}

/** Only published records are matched. */
export const isMatched = ({ status }: Pick<AnyRecord, 'status'>): boolean =>
  status === 'published' || status === 'engaged';
