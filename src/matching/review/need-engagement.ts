import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { NeedService } from '../../needs/need.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import type { MatchEntity } from './match.entity';
import { MatchRepository } from './match.repository';
import { isInTalks } from './stage-table';

/** Keeps a need's status true to its matches: engaged while one of them is with the enterprise. */
@Injectable()
export class NeedEngagement {
  constructor(
    private readonly needs: NeedService,
    private readonly matches: MatchRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Follows a match from one position to another, in the transaction of the move. */
  async follow(actor: Actor, before: MatchEntity, after: MatchEntity, tx: EntityManager): Promise<void> {
    const isNeed = pairKinds.get(after.pairKind).demand === 'need';
    if (!isNeed || isInTalks(before) === isInTalks(after)) return;
    // Two matches of one need may move at once: the second counts after the first has.
    await this.matches.lockDemand(after.demandId, tx);
    const [need] = await this.needs.getForMatching([after.demandId], tx);
    if (need === undefined) return;
    const isWanted = await this.matches.hasInTalks(after.demandId, tx);
    if (isWanted && need.status === 'published')
      await this.needs.moveByPlatform(actor, need.id, 'engage', tx);
    // A need whose last day has passed is not put back on offer; it stays to be closed.
    const hasExpired = need.expiresOn !== null && need.expiresOn < dayOf(this.clock.now());
    if (!isWanted && need.status === 'engaged' && !hasExpired)
      await this.needs.moveByPlatform(actor, need.id, 'release', tx);
  }
}
