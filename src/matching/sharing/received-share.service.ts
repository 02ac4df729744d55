import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict, NotFound } from '../../common/errors';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import { requireReasonOf } from '../review/decline-reason';
import { ReceivedShareReader, type Received } from './received-share.reader';
import { canAnswer, type ReceivedShareView } from './received-share.view';
import type { ShareEntity } from './share.entity';
import { ShareRepository } from './share.repository';
import type { AnswerShare, ShareQuery } from './share.schema';

/** What parks have shared with an enterprise, and its answers. */
@Injectable()
export class ReceivedShareService {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareRepository,
    private readonly reader: ReceivedShareReader,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** A page may hold fewer than asked for: what was withdrawn by its owner is left out at once. */
  async list(actor: Actor, { need, ...page }: ShareQuery): Promise<Page<ReceivedShareView>> {
    const { organisationId } = actor;
    if (organisationId === null) return { items: [], nextCursor: null };
    const { items, nextCursor } = await this.database.as(actor, (tx) =>
      this.shares.page({ ...page, organisationId, demandId: need }, tx),
    );
    const received = await this.reader.read(items);
    return { items: await this.reader.views(actor, received), nextCursor };
  }

  /** @throws 404 SHARE.NOT_FOUND also once the share, the record or the person's consent was withdrawn */
  async get(actor: Actor, id: string): Promise<ReceivedShareView> {
    const [view] = await this.reader.views(actor, [await this.require(actor, id)]);
    return view as ReceivedShareView;
  }

  /** Keeps the answer in place of an earlier one. @throws 404; 409 SHARE.ANSWER_CLOSED; 400 for a reason that does not fit */
  async answer(actor: Actor, id: string, { answer, reason, note }: AnswerShare): Promise<ReceivedShareView> {
    await this.database.asOne(actor, async (tx) => {
      const { share, match } = await this.require(actor, id);
      if (!canAnswer(match))
        throw new Conflict('SHARE.ANSWER_CLOSED', 'The match has moved on; the answer stands');
      if (reason !== undefined) requireReasonOf('demand', match.pairKind, reason);
      await this.store(
        share,
        {
          answer,
          answerReason: reason ?? null,
          answerNote: note ?? null,
          answeredAt: this.clock.now(),
        },
        tx,
      );
      await this.outbox.enqueue('tell-news', { news: 'share-answered', id }, tx);
    });
    return this.get(actor, id);
  }

  /** @throws 404 SHARE.NOT_FOUND */
  async require(actor: Actor, id: string): Promise<Received> {
    const share = await this.database.as(actor, (tx) => this.shares.find(id, tx));
    const isOurs =
      share !== null && share.organisationId === actor.organisationId && share.withdrawnAt === null;
    const [received] = isOurs ? await this.reader.read([share]) : [];
    if (!received) throw noSuchShare();
    return received;
  }

  private async store(share: ShareEntity, changes: Partial<ShareEntity>, tx: EntityManager): Promise<void> {
    if (!(await this.shares.change(share.id, changes, tx))) throw noSuchShare();
  }
}

const noSuchShare = () => new NotFound('SHARE.NOT_FOUND', 'There is no such share');
