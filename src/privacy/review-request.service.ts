import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { NotFound } from '../common/errors';
import { newId } from '../common/ids';
import { AuditService } from '../identity/audit/audit.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { PersonGuard } from './person.guard';
import type { AnswerReview, AskReview, ReviewRequest } from './privacy.schema';
import type { ReviewRequestEntity } from './review-request.entity';
import { ReviewRequestRepository } from './review-request.repository';

/** A human's look at what was judged by a score. */
@Injectable()
export class ReviewRequestService {
  constructor(
    private readonly database: Database,
    private readonly guard: PersonGuard,
    private readonly requests: ReviewRequestRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Asked by the person, or written down for them by a park that keeps them. @throws 404 */
  async ask(actor: Actor, personId: string, { concern }: AskReview): Promise<ReviewRequest> {
    const [profile] = await this.guard.requireOwn(actor, personId);
    return this.database.as(actor, async (tx) => {
      const request: ReviewRequestEntity = {
        id: newId(),
        personId,
        parkId: profile?.parkId ?? null,
        concern,
        askedAt: this.clock.now(),
        askedBy: actor.userId,
        answer: null,
        answeredAt: null,
        answeredBy: null,
      };
      await this.requests.insert(request, tx);
      await this.audit.record(actor, 'review.asked', { subjectKind: 'person', subjectId: personId }, tx);
      return viewOf(request);
    });
  }

  /** What waits for an answer, the oldest first. */
  open(actor: Actor): Promise<ReviewRequest[]> {
    return this.database.as(actor, async (tx) => (await this.requests.open(tx)).map(viewOf));
  }

  /** @throws 404 REVIEW.NOT_FOUND, also for one that was answered */
  answer(actor: Actor, id: string, { answer }: AnswerReview): Promise<ReviewRequest> {
    return this.database.as(actor, async (tx) => {
      const given = { answer, answeredAt: this.clock.now(), answeredBy: actor.userId };
      const request = await this.requests.answer(id, given, tx);
      if (!request) throw new NotFound('REVIEW.NOT_FOUND', 'There is no such open request');
      const subject = { subjectKind: 'person', subjectId: request.personId };
      await this.audit.record(actor, 'review.answered', subject, tx);
      return viewOf(request);
    });
  }
}

const viewOf = (request: ReviewRequestEntity): ReviewRequest => ({
  id: request.id,
  person: request.personId,
  park: request.parkId,
  concern: request.concern,
  askedAt: request.askedAt.toISOString(),
  answer: request.answer,
  answeredAt: request.answeredAt?.toISOString() ?? null,
});
