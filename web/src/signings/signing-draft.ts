import type { MatchView } from '@server/matching/review/match.view';
import type { PaperInput } from '@server/signings/signing.schema';
import type { SigningView } from '@server/signings/signing.view';

/** A signing as it is typed; amounts in 万元. */
export interface SigningDraft {
  title: string;
  kind: SigningView['kind'];
  establishment?: string;
  project?: string;
  talent?: string;
  park?: string;
  partyA?: string;
  partyB?: string;
  activity?: string;
  regionOfOrigin?: string;
  contractOn?: string;
  ceremonyOn?: string;
  onSite?: boolean;
  amounts?: Record<string, number | null | undefined>;
}

const WAN = 10_000;

/** What a match leads to: people or a project. */
export const kindOfMatch = ({ pairKind }: Pick<MatchView, 'pairKind'>): SigningView['kind'] =>
  pairKind === 'tech-project' ? 'project' : 'talent';

/** The request that a draft becomes: without what was left empty, amounts in whole 元. */
export function signingRequest(
  { amounts = {}, ...stated }: SigningDraft,
  documents: readonly PaperInput[],
  match: string | undefined,
): Record<string, unknown> {
  const given = Object.entries(stated).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  const inYuan = Object.entries(amounts).flatMap(([kind, wan]) =>
    wan ? [[kind, Math.round(wan * WAN)] as const] : [],
  );
  return {
    ...Object.fromEntries(given),
    amounts: Object.fromEntries(inYuan),
    documents,
    ...(match && { match }),
  };
}

type Named = Partial<Record<'project' | 'talent' | 'establishment' | 'partyB', string>>;

/** What names the subject of a direct signing of this kind, if it is named yet. */
export function subjectOf(kind: SigningDraft['kind'] | undefined, named: Named): Named {
  if (kind === 'project') return { project: named.project };
  if (kind === 'talent') return { talent: named.talent };
  if (kind === 'enterprise') return { partyB: named.partyB };
  if (kind === 'cooperation' && !named.establishment) return { partyB: named.partyB };
  return { establishment: named.establishment };
}
