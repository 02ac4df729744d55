import { Injectable } from '@nestjs/common';
import { Brackets, type EntityManager, In, IsNull } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, type Sort } from '../../platform/database/keyset';
import { rowsOf } from '../../platform/database/rows';
import type { MatchStage, PairKind } from '../../taxonomy/match.vocabulary';
import { MatchEntity } from './match.entity';
import { MatchMoveEntity } from './match-move.entity';
import { type Position, TALK_STAGES } from './stage-table';

export interface Pair {
  pairKind: PairKind;
  demandId: string;
  supplyId: string;
}

/** What a match was judged by; an older judgement is replaced when the pair is taken up anew. */
export type Judged = Pick<MatchEntity, 'demandVersion' | 'supplyVersion' | 'score' | 'parts' | 'model'>;

export interface MatchFilter {
  stage?: MatchStage[];
  pairKind?: PairKind;
  demandId?: string;
  supplyId?: string;
  /** With a record of one of these parks on `side`, or on either. */
  parkIds?: readonly string[];
  side?: 'demand' | 'supply';
  /** Whose last contact asked for another by this day, 'YYYY-MM-DD'. */
  contactBy?: string;
  /** Moved by this person. */
  movedBy?: string;
  cursor?: string;
  limit: number;
}

const LATELY_CHANGED: Sort<MatchEntity> = {
  name: 'changed',
  direction: 'DESC',
  columns: ['m.updatedAt', 'm.id'],
  valuesOf: (match) => [match.updatedAt.toISOString(), match.id],
};

const LAST_ASKED_FOR = `(SELECT c.next_on FROM match_contacts c WHERE c.match_id = m.id
  ORDER BY c.contacted_at DESC, c.id DESC LIMIT 1)`;

@Injectable()
export class MatchRepository {
  find(id: string, tx: EntityManager): Promise<MatchEntity | null> {
    return tx.findOneBy(MatchEntity, { id });
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<MatchEntity[]> {
    return tx.findBy(MatchEntity, { id: In([...ids]) });
  }

  findPair(pair: Pair, tx: EntityManager): Promise<MatchEntity | null> {
    const { pairKind, demandId, supplyId } = pair;
    return tx.findOneBy(MatchEntity, { pairKind, demandId, supplyId, mergedInto: IsNull() });
  }

  ofDemand(demandId: string, pairKind: PairKind, tx: EntityManager): Promise<MatchEntity[]> {
    const pairs = 'demand_id = $1 AND pair_kind = $2 AND merged_into IS NULL';
    return rowsOf(MatchEntity, `WHERE ${pairs}`, [demandId, pairKind], tx);
  }

  /** Newest changes first. */
  page(filter: MatchFilter, tx: EntityManager): Promise<Page<MatchEntity>> {
    const query = tx.createQueryBuilder(MatchEntity, 'm').where('m.mergedInto IS NULL');
    const { stage, pairKind, demandId, supplyId, parkIds, side, contactBy, movedBy } = filter;
    if (stage) query.andWhere('m.stage = ANY (:stage)', { stage });
    if (pairKind) query.andWhere('m.pairKind = :pairKind', { pairKind });
    if (demandId) query.andWhere('m.demandId = :demandId', { demandId });
    if (supplyId) query.andWhere('m.supplyId = :supplyId', { supplyId });
    if (parkIds)
      query.andWhere(
        new Brackets((either) => {
          if (side !== 'supply') either.orWhere('m.demandParkId = ANY (:parkIds)', { parkIds });
          if (side !== 'demand') either.orWhere('m.supplyParkId = ANY (:parkIds)', { parkIds });
        }),
      );
    if (contactBy) query.andWhere(`${LAST_ASKED_FOR} <= :contactBy`, { contactBy });
    if (movedBy)
      query.andWhere('EXISTS (SELECT FROM match_moves v WHERE v.match_id = m.id AND v.moved_by = :movedBy)', {
        movedBy,
      });
    return findPage(query, LATELY_CHANGED, filter);
  }

  /** Makes others who lock the same match wait until this transaction ends. */
  async lock(id: string, tx: EntityManager): Promise<void> {
    await tx.query('SELECT FROM matches WHERE id = $1 FOR UPDATE', [id]);
  }

  async lockDemand(demandId: string, tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [demandId]);
  }

  /** Whether the enterprise knows of a match of the demand. */
  hasInTalks(demandId: string, tx: EntityManager): Promise<boolean> {
    return tx
      .createQueryBuilder(MatchEntity, 'm')
      .where('m.demandId = :demandId AND coalesce(m.resumeStage, m.stage) = ANY (:stages)', {
        demandId,
        stages: TALK_STAGES,
      })
      .getExists();
  }

  async judgeAnew(id: string, judged: Judged, tx: EntityManager): Promise<void> {
    await tx.update(MatchEntity, { id }, judged);
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

  /** The match and those that were merged into it: what happened to any of them is its history. */
  async family(id: string, tx: EntityManager): Promise<string[]> {
    const merged = await tx.find(MatchEntity, { select: { id: true }, where: { mergedInto: id } });
    return [id, ...merged.map((match) => match.id)];
  }

  /** The moves of these matches, oldest first. */
  moves(matchIds: readonly string[], tx: EntityManager): Promise<MatchMoveEntity[]> {
    return tx.find(MatchMoveEntity, {
      where: { matchId: In([...matchIds]) },
      order: { movedAt: 'ASC', id: 'ASC' },
    });
  }

  lastMove(matchId: string, tx: EntityManager): Promise<MatchMoveEntity | null> {
    return tx.findOne(MatchMoveEntity, { where: { matchId }, order: { movedAt: 'DESC', id: 'DESC' } });
  }
}
