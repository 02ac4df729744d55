import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PairKind } from '../../taxonomy/match.vocabulary';
import { MatchEntity } from './match.entity';
import { MatchMoveEntity } from './match-move.entity';
import type { Position } from './stage-table';

export interface Pair {
  pairKind: PairKind;
  demandId: string;
  supplyId: string;
}

@Injectable()
export class MatchRepository {
  find(id: string, tx: EntityManager): Promise<MatchEntity | null> {
    return tx.findOneBy(MatchEntity, { id });
  }

  findPair(pair: Pair, tx: EntityManager): Promise<MatchEntity | null> {
    const { pairKind, demandId, supplyId } = pair;
    return tx.findOneBy(MatchEntity, { pairKind, demandId, supplyId });
  }

  ofDemand(demandId: string, pairKind: PairKind, tx: EntityManager): Promise<MatchEntity[]> {
    return tx.findBy(MatchEntity, { demandId, pairKind });
  }

  /** False when somebody made the same pair first. */
  async insert(match: MatchEntity, tx: EntityManager): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(MatchEntity)
      .values(match)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  /** Moves the match if it still stands where it was read; false when somebody was faster. */
  async moveIf(
    match: Pick<MatchEntity, 'id' | 'stage' | 'version'>,
    to: Position & { sharedOn?: string },
    tx: EntityManager,
  ): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE matches SET stage = $4, resume_stage = $5, version = version + 1, updated_at = now(),
         shared_on = coalesce(shared_on, $6)
       WHERE id = $1 AND stage = $2 AND version = $3 RETURNING id`,
      [match.id, match.stage, match.version, to.stage, to.resumeStage, to.sharedOn ?? null],
    );
    return rows.length === 1;
  }

  async addMove(move: MatchMoveEntity, tx: EntityManager): Promise<void> {
    await tx.insert(MatchMoveEntity, move);
  }

  /** The moves of a match, oldest first. */
  moves(matchId: string, tx: EntityManager): Promise<MatchMoveEntity[]> {
    return tx.find(MatchMoveEntity, { where: { matchId }, order: { movedAt: 'ASC', id: 'ASC' } });
  }

  lastMove(matchId: string, tx: EntityManager): Promise<MatchMoveEntity | null> {
    return tx.findOne(MatchMoveEntity, { where: { matchId }, order: { movedAt: 'DESC', id: 'DESC' } });
  }
}
