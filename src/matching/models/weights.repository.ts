import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PairKind, ScorePart } from '../../taxonomy/match.vocabulary';
import { type Entry, entriesOf } from '../shortlists/entries';
import { ShortlistEntity } from '../shortlists/shortlist.entity';

/** Enough lists for a figure, few enough for an answer at once. */
const MOST_LISTS = 500;
const MOST_DECISIONS = 5_000;

export interface DecidedRow {
  demandId: string;
  fits: boolean;
  model: number;
  parts: Record<ScorePart, number | null>;
}

/** What a preview of weights is computed from. */
@Injectable()
export class WeightsRepository {
  /** The lists changed last. */
  async lists(pairKind: PairKind, tx: EntityManager): Promise<{ model: number; entries: Entry[] }[]> {
    const found = await tx.find(ShortlistEntity, {
      where: { pairKind },
      order: { updatedAt: 'DESC' },
      take: MOST_LISTS,
    });
    return found.map((list) => ({ model: list.model, entries: entriesOf(list) }));
  }

  /** Pairs that went on, and those declined for a reason that teaches. */
  decided(pairKind: PairKind, tx: EntityManager): Promise<DecidedRow[]> {
    return tx.query(
      `SELECT demand_id AS "demandId", stage <> 'declined' AS fits, model, parts FROM matches m
       WHERE pair_kind = $1 AND parts IS NOT NULL AND model IS NOT NULL
         AND (stage IN ('shortlisted', 'shared', 'negotiating', 'agreed', 'signed')
           OR (stage = 'declined' AND EXISTS (
             SELECT FROM match_moves v WHERE v.match_id = m.id AND v.to_stage = 'declined' AND v.teaches)))
       ORDER BY m.id DESC LIMIT ${MOST_DECISIONS}`,
      [pairKind],
    );
  }
}
