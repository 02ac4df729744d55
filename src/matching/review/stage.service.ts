import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { Conflict, Forbidden, InvalidInput, NotFound, Stale } from '../../common/errors';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import type { MatchStage } from '../../taxonomy/match.vocabulary';
import { declineReasons, type DeclineReason, type ReasonSide } from '../../taxonomy/reason.vocabulary';
import type { MatchEntity } from './match.entity';
import { MatchRepository } from './match.repository';
import { canMove } from './match-rights';
import { entriesOf } from '../shortlists/entries';
import { ShortlistRepository } from '../shortlists/shortlist.repository';
import { NeedEngagement } from './need-engagement';
import type { Seen, Shown } from './seen.schema';
import {
  choicesFrom,
  findMove,
  type MoveCommand,
  NEEDS_REASON,
  positionAfter,
  refuseUndo,
} from './stage-table';

export interface StageMove {
  matchId: string;
  /** The version the person saw. */
  version: number;
  to: MatchStage;
  command: MoveCommand;
  side?: ReasonSide;
  reason?: DeclineReason;
  note?: string;
  shown?: Shown;
}

/** The only way a match changes its stage: by the table, by compare-and-set, with a line of history. */
@Injectable()
export class StageService {
  constructor(
    private readonly matches: MatchRepository,
    private readonly engagement: NeedEngagement,
    private readonly shortlists: ShortlistRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Moves a match inside the caller's transaction and answers it as it then is.
   * @throws 404, 403 for a match of another park, 412 when it changed since, 409 MATCH.ILLEGAL_MOVE, 400 without a needed reason
   */
  async move(actor: Actor, move: StageMove, tx: EntityManager): Promise<MatchEntity> {
    const match = await this.requireMovable(actor, move.matchId, move.version, tx);
    if (findMove(match, move.to) !== move.command) throw illegalMove(match, move.to);
    if (move.command === 'review' && NEEDS_REASON.has(move.to) && move.reason === undefined)
      throw new InvalidInput('MATCH.REASON_MISSING', 'A reason is needed', {
        errors: [{ pointer: '/reason', detail: 'A reason is needed', code: 'MATCH.REASON_MISSING' }],
      });
    const sharedOn = move.to === 'shared' ? dayOf(this.clock.now()) : undefined;
    await this.step(match, { ...positionAfter(match, move.to), sharedOn }, tx);
    await this.matches.addMove(
      {
        id: newId(),
        matchId: match.id,
        fromStage: match.stage,
        toStage: move.to,
        movedBy: actor.userId,
        movedAt: this.clock.now(),
        side: move.side ?? null,
        reason: move.reason ?? null,
        teaches: move.reason === undefined ? null : declineReasons.get(move.reason).teaches,
        note: move.note ?? null,
        undoes: null,
        seen: {
          shown: move.shown ?? null,
          demandVersion: match.demandVersion,
          supplyVersion: match.supplyVersion,
          model: match.model,
          score: match.score,
          parts: match.parts,
          above: await this.passedOver(match, move.shown, tx),
        },
        sampleSet: match.sampleSet,
      },
      tx,
    );
    return this.arrive(actor, match, tx);
  }

  /** Takes back the last move. @throws 409 MATCH.CANNOT_UNDO saying why */
  async undo(actor: Actor, matchId: string, version: number, tx: EntityManager): Promise<MatchEntity> {
    const match = await this.requireMovable(actor, matchId, version, tx);
    const last = await this.matches.lastMove(match.id, tx);
    const refusal = last
      ? refuseUndo(
          {
            from: last.fromStage,
            to: last.toStage,
            movedBy: last.movedBy,
            movedAt: last.movedAt,
            isUndo: last.undoes !== null,
          },
          actor.userId,
          this.clock.now(),
        )
      : 'not-undoable';
    if (last === null || refusal !== undefined)
      throw new Conflict('MATCH.CANNOT_UNDO', 'The last move cannot be taken back', {
        params: { why: refusal ?? '' },
      });
    await this.step(match, await this.positionBefore(last.fromStage, match.id, tx), tx);
    await this.matches.addMove(
      {
        ...last,
        id: newId(),
        fromStage: last.toStage,
        toStage: last.fromStage,
        movedAt: this.clock.now(),
        undoes: last.id,
        side: null,
        reason: null,
        teaches: null,
        note: null,
      },
      tx,
    );
    return this.arrive(actor, match, tx);
  }

  /** @throws 404 MATCH.NOT_FOUND */
  async require(id: string, tx: EntityManager): Promise<MatchEntity> {
    const match = await this.matches.find(id, tx);
    if (match === null) throw noSuchMatch();
    return match;
  }

  /** The match, if it is the actor's to move and stands as they saw it. @throws 404; 403 MATCH.NOT_YOURS; 412 */
  async requireMovable(actor: Actor, id: string, version: number, tx: EntityManager): Promise<MatchEntity> {
    const match = await this.require(id, tx);
    if (!canMove(actor, match)) throw notYours();
    if (match.version !== version) throw stale();
    return match;
  }

  /** The rows above the match in the list that the person says they had before them. */
  private async passedOver(
    { demandId, pairKind }: MatchEntity,
    shown: Shown | undefined,
    tx: EntityManager,
  ): Promise<Seen['above']> {
    if (shown === undefined || shown.above.length === 0) return [];
    const list = await this.shortlists.find(demandId, pairKind, tx);
    const above = new Set(shown.above);
    return (list === null ? [] : entriesOf(list))
      .filter(({ supplyId }) => above.has(supplyId))
      .map(({ supplyId, supplyVersion, parts }) => ({ supplyId, supplyVersion, parts }));
  }

  /** A match stands on hold again as it did before: with the stage that the hold's own move came from. */
  private async positionBefore(stage: MatchStage, matchId: string, tx: EntityManager) {
    if (stage !== 'on-hold') return { stage, resumeStage: null };
    const moves = await this.matches.moves([matchId], tx);
    const hold = moves.findLast((move) => move.toStage === 'on-hold' && move.undoes === null);
    return positionAfter({ stage: hold?.fromStage ?? 'suggested', resumeStage: null }, 'on-hold');
  }

  /** The match where it has arrived, its need told. */
  private async arrive(actor: Actor, before: MatchEntity, tx: EntityManager): Promise<MatchEntity> {
    const after = await this.require(before.id, tx);
    await this.engagement.follow(actor, before, after, tx);
    return after;
  }

  private async step(
    match: MatchEntity,
    to: Parameters<MatchRepository['moveIf']>[1],
    tx: EntityManager,
  ): Promise<void> {
    if (!(await this.matches.moveIf(match, to, tx))) throw stale();
  }
}

export const noSuchMatch = () => new NotFound('MATCH.NOT_FOUND', 'There is no such match');

export const notYours = () => new Forbidden('MATCH.NOT_YOURS', 'The park of the demand moves the match');

export const stale = () => new Stale('MATCH.STALE', 'The match was changed by somebody else');

const illegalMove = (match: MatchEntity, to: MatchStage) =>
  new Conflict('MATCH.ILLEGAL_MOVE', `From ${match.stage} a match does not go to ${to} this way`, {
    params: { from: match.stage, to, possible: choicesFrom(match).join(', ') },
  });
