import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Database } from '../../platform/database/database';
import { Placement } from '../../records/placement';
import { sideOf } from './decline-reason';
import type { MatchEntity } from './match.entity';
import { MatchPresenter } from './match-presenter';
import { MatchRepository } from './match.repository';
import { canSee } from './match-rights';
import { MatchStart } from './match-start';
import { type MatchView, type MoveView, moveViewOf } from './match.view';
import type { MatchQuery, MoveMatch } from './review.schema';
import { noSuchMatch, StageService } from './stage.service';

/** Reads matches and moves them by a person's decision. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly stages: StageService,
    private readonly starts: MatchStart,
    private readonly placement: Placement,
    private readonly presenter: MatchPresenter,
  ) {}

  /** @throws 404 MATCH.NOT_FOUND also for a match between other parks */
  async get(actor: Actor, id: string): Promise<MatchView> {
    const match = await this.database.as(actor, (tx) => this.requireSeen(actor, id, tx));
    return this.presenter.view(actor, match);
  }

  async list(actor: Actor, query: MatchQuery): Promise<Page<MatchView>> {
    const { items, nextCursor } = await this.database.as(actor, async (tx) => {
      const { demand, supply, park, side, mine, ...filter } = query;
      const parkId = await this.placement.parkId(park, tx);
      const isBound = actor.parkIds.length > 0;
      return this.matches.page(
        {
          ...filter,
          demandId: demand,
          supplyId: supply,
          side,
          parkIds: parkId ? [parkId] : isBound ? actor.parkIds : undefined,
          movedBy: mine && actor.userId ? actor.userId : undefined,
        },
        tx,
      );
    });
    const seen = items.filter((match) => canSee(actor, match));
    return { items: await this.presenter.views(actor, seen), nextCursor };
  }

  /** The history, oldest first. */
  moves(actor: Actor, id: string): Promise<MoveView[]> {
    return this.database.as(actor, async (tx) => {
      const { id: matchId } = await this.requireSeen(actor, id, tx);
      return (await this.matches.moves(await this.matches.family(matchId, tx), tx)).map(moveViewOf);
    });
  }

  /** @throws as {@link StageService.move}; 400 for a reason that does not fit the pair */
  async move(actor: Actor, id: string, version: number, step: MoveMatch): Promise<MatchView> {
    const moved = await this.database.asOne(actor, async (tx) => {
      const match = await this.requireSeen(actor, id, tx);
      return this.step(actor, match, version, step, tx);
    });
    return this.presenter.view(actor, moved);
  }

  /** Moves a match by review, in the caller's `Database.asOne`. */
  async step(
    actor: Actor,
    match: MatchEntity,
    version: number,
    { to, reason, side, note, shown }: MoveMatch,
    tx: EntityManager,
  ): Promise<MatchEntity> {
    const speaker = sideOf(match.pairKind, { reason, side });
    const isAnew = match.stage === 'declined' && to === 'suggested';
    if (isAnew) await this.starts.judgeAnew(match, tx);
    return this.stages.move(
      actor,
      { matchId: match.id, version, to, command: 'review', reason, side: speaker, note, shown },
      tx,
    );
  }

  /** Takes back the last move. @throws 409 MATCH.CANNOT_UNDO saying why */
  async undo(actor: Actor, id: string, version: number): Promise<MatchView> {
    const match = await this.database.as(actor, async (tx) => {
      await this.requireSeen(actor, id, tx);
      return this.stages.undo(actor, id, version, tx);
    });
    return this.presenter.view(actor, match);
  }

  private async requireSeen(actor: Actor, id: string, tx: EntityManager): Promise<MatchEntity> {
    const match = await this.stages.require(id, tx);
    if (!canSee(actor, match)) throw noSuchMatch();
    return match;
  }
}
