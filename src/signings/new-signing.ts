import type { MatchEntity } from '../matching/review/match.entity';
import { type PairKind, pairKinds } from '../taxonomy/match.vocabulary';
import type { SigningKind } from '../taxonomy/signing.vocabulary';
import type { EditSigning, RecordSigning } from './signing.schema';
import type { SigningEntity } from './signing.entity';

type Links = Pick<
  SigningEntity,
  'matchId' | 'needId' | 'projectId' | 'talentId' | 'partyAOrganisationId' | 'partyBOrganisationId'
>;

/** What a match can be signed as, by who answers the demand. */
const KINDS_OF_SUPPLY: Record<'project' | 'talent', readonly SigningKind[]> = {
  project: ['project', 'cooperation'],
  talent: ['talent'],
};

export const canSignAs = (pair: PairKind, kind: SigningKind): boolean =>
  KINDS_OF_SUPPLY[pairKinds.get(pair).supply].includes(kind);

/** Whom a signing links: the two sides of its match, or what the caller names. */
export function linksOf(input: RecordSigning, match: MatchEntity | undefined): Links {
  const { project, talent, partyA, partyB } = input;
  if (!match) {
    return {
      matchId: null,
      needId: null,
      projectId: project ?? null,
      talentId: talent ?? null,
      partyAOrganisationId: partyA ?? null,
      partyBOrganisationId: partyB ?? null,
    };
  }
  const { demand, supply } = pairKinds.get(match.pairKind);
  const sides = { [demand]: match.demandId, [supply]: match.supplyId };
  return {
    matchId: match.id,
    needId: sides.need ?? null,
    projectId: sides.project ?? null,
    talentId: sides.talent ?? null,
    partyAOrganisationId: partyA ?? match.demandOrganisationId,
    partyBOrganisationId: partyB ?? match.supplyOrganisationId,
  };
}

/** The stated columns as a PATCH changes them: null takes one away, undefined leaves it. */
export const statedChanges = (input: EditSigning): Partial<SigningEntity> => {
  const { partyA, partyB, activity, ...same } = input;
  const changes = {
    ...same,
    partyAOrganisationId: partyA,
    partyBOrganisationId: partyB,
    activityId: activity,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
};
