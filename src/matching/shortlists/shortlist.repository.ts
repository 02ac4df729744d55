import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnArray, FLOAT4, FLOAT8, INT4, UUID } from '../../platform/database/binary-array';
import { rowsOf } from '../../platform/database/rows';
import { type PairKind, scoreParts } from '../../taxonomy/match.vocabulary';
import { type RankedRows, ROW } from '../ranking/ranked-rows';
import { ShortlistEntity } from './shortlist.entity';

/** The most entries a shortlist holds. */
export const SHORTLIST_LENGTH = 50;

/** A list as it is to be stored. */
export type Shortlist = Pick<
  ShortlistEntity,
  'demandId' | 'pairKind' | 'demandVersion' | 'demandParkId' | 'demandOrganisationId' | 'model'
> & { readonly entries: RankedRows };

/** Whenever lists were replaced: a wake-up for those who look at one. */
export const SHORTLISTS_CHANGED = 'shortlists';

/** Points of an entry. */
const PARTS = scoreParts.codes.length;

@Injectable()
export class ShortlistRepository {
  /** The order of this computation among all; taken before its inputs are read. */
  async nextGeneration(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ generation: number }[]>(
      `SELECT nextval('match_generation') AS generation`,
    );
    if (row === undefined) throw new Error('the generation sequence gave no number');
    return row.generation;
  }

  /** Replaces shortlists whole; one computed earlier never overwrites one computed later. Answers how many were written. */
  async replace(lists: readonly Shortlist[], generation: number, tx: EntityManager): Promise<number> {
    if (lists.length === 0) return 0;
    let end = 0;
    const ends = lists.map(({ entries }) => (end += entries.count));
    const rows = Buffer.concat(lists.map(({ entries }) => entries.bytes));
    const column = (offset: number) => ({ rowBytes: ROW.bytes, offset });
    const written = await tx.query<unknown[]>(
      `INSERT INTO shortlists AS held (demand_id, pair_kind, demand_version, demand_park_id, demand_organisation_id, model,
         generation, supply_ids, supply_versions, scores, parts)
       SELECT demand, kind, version, park, organisation, model, $7, ($9::uuid[])[first:last], ($10::int[])[first:last],
         ($11::float8[])[first:last], ($12::float4[])[${PARTS} * first - ${PARTS - 1}:${PARTS} * last]
       FROM (
         SELECT *, coalesce(lag(last) OVER (ORDER BY number), 0) + 1 AS first
         FROM unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::uuid[], $6::int[], $8::int[]) WITH ORDINALITY
           AS list (demand, kind, version, park, organisation, model, last, number)) AS new
       ON CONFLICT (demand_id, pair_kind) DO UPDATE
         SET demand_version = excluded.demand_version, demand_park_id = excluded.demand_park_id,
             demand_organisation_id = excluded.demand_organisation_id, model = excluded.model,
             generation = excluded.generation, supply_ids = excluded.supply_ids,
             supply_versions = excluded.supply_versions, scores = excluded.scores, parts = excluded.parts,
             previous_ids = CASE WHEN held.supply_ids = excluded.supply_ids THEN held.previous_ids ELSE held.supply_ids END,
             changed_at = CASE WHEN held.supply_ids = excluded.supply_ids THEN held.changed_at ELSE now() END,
             updated_at = now()
         WHERE held.generation < excluded.generation AND held.model <= excluded.model
       RETURNING 1`,
      [
        lists.map((l) => l.demandId),
        lists.map((l) => l.pairKind),
        lists.map((l) => l.demandVersion),
        lists.map((l) => l.demandParkId),
        lists.map((l) => l.demandOrganisationId),
        lists.map((l) => l.model),
        generation,
        ends,
        columnArray(UUID, rows, column(ROW.id)),
        columnArray(INT4, rows, column(ROW.version)),
        columnArray(FLOAT8, rows, column(ROW.score)),
        columnArray(FLOAT4, rows, { ...column(ROW.points), perRow: PARTS }),
      ],
    );
    await tx.query(`SELECT pg_notify('${SHORTLISTS_CHANGED}', '')`);
    return written.length;
  }

  async find(demandId: string, pairKind: PairKind, tx: EntityManager): Promise<ShortlistEntity | null> {
    const one = 'WHERE demand_id = $1 AND pair_kind = $2';
    const [list] = await rowsOf(ShortlistEntity, one, [demandId, pairKind], tx);
    return list ?? null;
  }

  /** Demands whose shortlist names the supply. */
  async demandsHolding(
    supplyId: string,
    tx: EntityManager,
  ): Promise<{ demandId: string; pairKind: PairKind }[]> {
    return tx.query(
      `SELECT demand_id AS "demandId", pair_kind AS "pairKind" FROM shortlists WHERE $1 = ANY (supply_ids)`,
      [supplyId],
    );
  }

  /** By pair kind and demand, the score at the last place of each list that is full. */
  async lastScores(
    pairKinds: readonly PairKind[],
    length: number,
    tx: EntityManager,
  ): Promise<Map<PairKind, Map<string, number>>> {
    const rows = await tx.query<{ demandId: string; pairKind: PairKind; last: number }[]>(
      `SELECT demand_id AS "demandId", pair_kind AS "pairKind", scores[$2] AS last FROM shortlists
       WHERE pair_kind = ANY ($1) AND cardinality(scores) >= $2`,
      [pairKinds, length],
    );
    const lasts = new Map(pairKinds.map((pairKind) => [pairKind, new Map<string, number>()]));
    for (const { demandId, pairKind, last } of rows) lasts.get(pairKind)?.set(demandId, last);
    return lasts;
  }

  async remove(demandId: string, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM shortlists WHERE demand_id = $1', [demandId]);
  }
}
