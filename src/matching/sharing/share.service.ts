import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import type { MatchEntity } from '../review/match.entity';
import { canMove } from '../review/match-rights';
import { notYours, StageService } from '../review/stage.service';
import type { ShareEntity } from './share.entity';
import { type SharePreview, SharePreparation } from './share-preview';
import { ShareRepository } from './share.repository';

/** Sends matches to enterprises, and takes them back. */
@Injectable()
export class ShareService {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareRepository,
    private readonly stages: StageService,
    private readonly preparation: SharePreparation,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** What sharing would send. @throws 403 MATCH.NOT_YOURS and what {@link SharePreparation.prepare} does */
  async preview(actor: Actor, matchId: string): Promise<SharePreview> {
    const match = await this.database.as(actor, (tx) => this.stages.require(matchId, tx));
    if (!canMove(actor, match)) throw notYours();
    return this.preparation.prepare(match);
  }

  /**
   * Shares a match and keeps what was sent.
   * @throws as StageService.move and SharePreparation.prepare; 409 SHARE.PROTECTED naming park and day
   */
  share(actor: Actor, matchId: string, version: number): Promise<MatchEntity> {
    return this.database.asOne(actor, async (tx) => {
      const match = await this.stages.move(actor, { matchId, version, to: 'shared', command: 'share' }, tx);
      await this.shares.lockRecommendation(match.supplyId, match.demandOrganisationId ?? '', tx);
      const prepared = await this.preparation.prepare(match);
      if (prepared.protection !== null)
        throw new Conflict('SHARE.PROTECTED', 'Another park recommended this supply first', {
          params: prepared.protection,
        });
      // A match that was declined and taken up again may have an earlier share left.
      await this.shares.withdraw(matchId, this.clock.now(), tx);
      const share = this.newShare(actor, match, prepared);
      await this.shares.insert(share, tx);
      await this.outbox.enqueue('tell-news', { news: 'share-sent', id: share.id }, tx);
      await this.log(actor, 'share.made', match, tx);
      return match;
    });
  }

  /**
   * Takes a share back; from then on the enterprise finds nothing. A match in talks goes back to the shortlisted.
   * @throws 409 MATCH.ILLEGAL_MOVE, SHARE.NOT_SHARED
   */
  withdraw(actor: Actor, matchId: string, version: number, note?: string): Promise<MatchEntity> {
    return this.database.as(actor, async (tx) => {
      const match = await this.stages.requireMovable(actor, matchId, version, tx);
      const hasEnded = match.stage === 'declined' || match.stage === 'terminated';
      const step = { matchId, version, to: 'shortlisted', command: 'withdraw-share', note } as const;
      const moved = hasEnded ? match : await this.stages.move(actor, step, tx);
      if (!(await this.shares.withdraw(matchId, this.clock.now(), tx))) throw notShared();
      await this.log(actor, 'share.withdrawn', match, tx);
      return moved;
    });
  }

  private newShare(actor: Actor, match: MatchEntity, prepared: SharePreview): ShareEntity {
    return {
      id: randomUUID(),
      matchId: match.id,
      organisationId: prepared.organisation.id,
      demandId: match.demandId,
      supplyId: match.supplyId,
      parkId: match.demandParkId,
      view: prepared.view,
      released: { identity: false, contact: false },
      redactedSummary: null,
      sharedBy: actor.userId,
      sharedAt: this.clock.now(),
      releasedAt: null,
      withdrawnAt: null,
      answer: null,
      answerReason: null,
      answerNote: null,
      answeredAt: null,
      sampleSet: match.sampleSet,
    };
  }

  private log(actor: Actor, action: string, match: MatchEntity, tx: EntityManager): Promise<void> {
    const subject = { subjectKind: 'match', subjectId: match.id, detail: { code: match.code } };
    return this.audit.record(actor, action, subject, tx);
  }
}

export const notShared = () => new Conflict('SHARE.NOT_SHARED', 'The enterprise sees nothing of this match');
