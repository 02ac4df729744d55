import type { MatchingRecord } from '../../records/matching-record';
import type { Matcher } from '../engine/matcher';
import type { PairKind } from '../engine/pair-kind';
import { SHORTLIST_LENGTH, type Shortlist } from './shortlist.repository';

/** The best supplies of a demand as they are stored. */
export function shortlistOf(demand: MatchingRecord, pair: PairKind, matcher: Matcher): Shortlist {
  const ranked = matcher.rank(demand.id, pair, SHORTLIST_LENGTH);
  return {
    demandId: demand.id,
    pairKind: pair,
    demandVersion: matcher.versionOf(demand.id) ?? demand.version,
    demandParkId: demand.parkId,
    demandOrganisationId: demand.organisationId,
    model: matcher.model.version,
    supplyIds: ranked.map(({ id }) => id),
    supplyVersions: ranked.map(({ version }) => version),
    scores: ranked.map(({ pair: { score } }) => score),
    parts: ranked.flatMap(({ pair: { parts } }) =>
      parts.map(({ value, points }) => (value === null ? NaN : points)),
    ),
  };
}
