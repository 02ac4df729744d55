import type { MatchingRecord } from '../../records/matching-record';
import type { RankedList } from '../ranking/ranker';
import type { Shortlist } from './shortlist.repository';

/** A demand's list as it is stored. */
export const shortlistOf = (demand: MatchingRecord, list: RankedList): Shortlist => ({
  demandId: demand.id,
  pairKind: list.pair,
  demandVersion: list.demandVersion,
  demandParkId: demand.parkId,
  demandOrganisationId: demand.organisationId,
  model: list.model,
  entries: list.entries,
});
