import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PairKind } from '../../taxonomy/match.vocabulary';
import type { PartPoints } from '../shortlists/entries';
import type { Seen } from '../review/seen.schema';

/** How a match stands after its last decision, and what was seen when. */
export interface DecidedMatch {
  pairKind: PairKind;
  demandId: string;
  supplyId: string;
  /** null: set aside for a reason that says nothing about the score. */
  fits: boolean | null;
  /** What the decision that stands was made on. */
  model: number;
  parts: PartPoints;
  /** What was seen when it was first chosen from a list. */
  chosen: Seen | null;
}

/** Enough for any learning, little enough to hold. */
const MOST_DECISIONS = 20_000;

const CHOSEN = `('shortlisted', 'shared', 'negotiating', 'agreed', 'signed')`;

/** Decisions that can teach. */
@Injectable()
export class DecisionHistoryRepository {
  /** The last decision on each match that was scored; moves taken back and the sample's do not count. */
  list(tx: EntityManager): Promise<DecidedMatch[]> {
    return tx.query(
      `WITH moves AS (
         SELECT v.* FROM match_moves v
         WHERE v.undoes IS NULL AND v.sample_set IS NULL
           AND NOT EXISTS (SELECT FROM match_moves u WHERE u.undoes = v.id)
           AND (v.to_stage IN ${CHOSEN} OR v.to_stage IN ('declined', 'terminated'))
           AND jsonb_typeof(v.seen -> 'parts') = 'object' AND jsonb_typeof(v.seen -> 'model') = 'number'),
       standing AS (
         SELECT DISTINCT ON (match_id) * FROM moves ORDER BY match_id, moved_at DESC, id DESC),
       choosing AS (
         SELECT DISTINCT ON (match_id) * FROM moves WHERE to_stage IN ${CHOSEN} ORDER BY match_id, moved_at, id)
       SELECT m.pair_kind AS "pairKind", m.demand_id AS "demandId", m.supply_id AS "supplyId",
         CASE WHEN s.to_stage IN ${CHOSEN} THEN true WHEN s.teaches THEN false END AS fits,
         (s.seen ->> 'model')::int AS model, s.seen -> 'parts' AS parts, c.seen AS chosen
       FROM standing s JOIN matches m ON m.id = s.match_id LEFT JOIN choosing c ON c.match_id = s.match_id
       ORDER BY m.id DESC LIMIT ${MOST_DECISIONS}`,
    );
  }
}
