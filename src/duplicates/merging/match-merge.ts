import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict } from '../../common/errors';
import { newId } from '../../common/ids';
import { MatchEntity } from '../../matching/review/match.entity';
import { MatchRepository } from '../../matching/review/match.repository';
import { OPEN_STAGES } from '../../matching/review/stage-table';
import type { ChangeLog } from './change-log';
import type { Link } from './links';

/** Who merges, and when. */
export interface Act {
  userId: string | null;
  at: Date;
}

/** How far a match has come; one on hold as far as where it goes back to. */
const WAY = ['terminated', 'declined', ...OPEN_STAGES, 'signed'];
const furtherFirst = (a: MatchEntity, b: MatchEntity): number =>
  WAY.indexOf(b.resumeStage ?? b.stage) - WAY.indexOf(a.resumeStage ?? a.stage) ||
  b.updatedAt.getTime() - a.updatedAt.getTime();

const LIVE_SIGNING = `voided_at IS NULL AND state NOT IN ('refused', 'revoked')`;

/** Makes one match of two that are of the same pair once their records are one: the further goes on, the other ends within it. */
@Injectable()
export class MatchMerge {
  constructor(private readonly matches: MatchRepository) {}

  /** Answers the matches that ended. @throws 409 MERGE.TWO_SIGNINGS */
  async collapse(
    links: readonly Link[],
    from: string,
    into: string,
    { log, act }: { log: ChangeLog; act: Act },
    tx: EntityManager,
  ): Promise<string[]> {
    const ended: string[] = [];
    for (const { column } of links.filter(({ table, except }) => table === 'matches' && except)) {
      const other = column === 'demand_id' ? 'supply_id' : 'demand_id';
      const pairs = await tx.query<{ moving: string; staying: string }[]>(
        `SELECT f.id AS moving, i.id AS staying FROM matches f
         JOIN matches i ON i.pair_kind = f.pair_kind AND i.${other} = f.${other} AND i.${column} = $2 AND i.merged_into IS NULL
         WHERE f.${column} = $1 AND f.merged_into IS NULL ORDER BY f.id`,
        [from, into],
      );
      for (const { moving, staying } of pairs) {
        const [first, second] = (await this.locked([moving, staying], tx)).sort(furtherFirst);
        if (!first || !second) continue;
        await this.end(second, first, log, act, tx);
        ended.push(second.id);
      }
    }
    return ended;
  }

  /** Notes that matches go on which had ended within others; their stages are put back already. */
  async goOn(ended: readonly string[], act: Act, tx: EntityManager): Promise<void> {
    for (const match of await this.matches.findAll(ended, tx)) {
      const last = await this.matches.lastMove(match.id, tx);
      if (!last) continue;
      await this.matches.addMove(
        {
          ...last,
          id: newId(),
          fromStage: last.toStage,
          toStage: match.stage,
          movedBy: act.userId,
          movedAt: act.at,
          undoes: last.id,
        },
        tx,
      );
      await this.raise(match.id, tx);
    }
  }

  private async locked(ids: string[], tx: EntityManager): Promise<MatchEntity[]> {
    for (const id of ids.toSorted()) await this.matches.lock(id, tx);
    return this.matches.findAll(ids, tx);
  }

  private async end(
    match: MatchEntity,
    into: MatchEntity,
    log: ChangeLog,
    { userId, at }: Act,
    tx: EntityManager,
  ): Promise<void> {
    const params = [match.id, into.id];
    await this.requireOneSigning(match, into, tx);
    await this.matches.addMove(
      {
        id: newId(),
        matchId: match.id,
        fromStage: match.stage,
        toStage: 'terminated',
        movedBy: userId,
        movedAt: at,
        side: null,
        reason: null,
        teaches: null,
        note: null,
        undoes: null,
        seen: null,
        sampleSet: match.sampleSet,
      },
      tx,
    );
    const point = { where: 't.match_id = $1', set: { match_id: '$2::uuid' }, params };
    await log.change({ name: 'signings', table: 'signings', ...point });
    await log.change({ name: 'meetings', table: 'session_meetings', ...point });
    await this.handShare(params, log);
    await log.change({
      name: null,
      table: 'matches',
      where: 't.id = $1',
      set: { stage: `'terminated'`, resume_stage: 'NULL', merged_into: '$2::uuid' },
      params,
    });
    await log.change({
      name: null,
      table: 'matches',
      where: 't.merged_into = $1',
      set: { merged_into: '$2::uuid' },
      params,
    });
    await this.raise(match.id, tx);
  }

  /** The enterprise keeps one share of the pair: that of the match that goes on, else this one. */
  private async handShare(params: string[], log: ChangeLog): Promise<void> {
    const live = 't.match_id = $1 AND t.withdrawn_at IS NULL';
    await log.change({
      name: 'shares',
      table: 'match_shares',
      where: `${live} AND NOT EXISTS (SELECT FROM match_shares o WHERE o.match_id = $2 AND o.withdrawn_at IS NULL)`,
      set: { match_id: '$2::uuid' },
      params,
    });
    await log.change({
      name: 'shares',
      table: 'match_shares',
      where: live,
      set: { withdrawn_at: 'now()' },
      params: params.slice(0, 1),
    });
  }

  private async requireOneSigning(match: MatchEntity, into: MatchEntity, tx: EntityManager): Promise<void> {
    const live = await tx.query<{ code: string }[]>(
      `SELECT code FROM signings WHERE match_id = ANY ($1) AND ${LIVE_SIGNING} ORDER BY code`,
      [[match.id, into.id]],
    );
    if (live.length > 1) throw twoSignings(live.map(({ code }) => code));
  }

  private async raise(id: string, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE matches SET version = version + 1, updated_at = now() WHERE id = $1', [id]);
  }
}

/** Two contracts of one pair cannot both stand; a person has to say which. */
export const twoSignings = (codes: readonly string[]): Conflict =>
  new Conflict('MERGE.TWO_SIGNINGS', 'Both have a signing of the same pair that stands', {
    params: { codes: codes.join(', ') },
  });
