import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { AuditService } from '../../identity/audit/audit.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { PersonGuard } from '../person.guard';
import { digestOf } from './consent-answer.service';
import type { ConsentLinkEntity } from './consent-link.entity';
import { ConsentLinkRepository } from './consent-link.repository';
import type { ConsentLinkView } from './consent-link.schema';

const DAYS = 14;
const DAY_MS = 86_400_000;

/** Makes links by which people say themselves what they agree to; an officer sends them. */
@Injectable()
export class ConsentLinkService {
  constructor(
    private readonly database: Database,
    private readonly guard: PersonGuard,
    private readonly links: ConsentLinkRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The token is told once; it works for two weeks and for one answer. @throws 404 PERSON.NOT_FOUND */
  async make(actor: Actor, personId: string): Promise<ConsentLinkView> {
    const [profile] = await this.guard.requireOwn(actor, personId);
    const token = randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const link: ConsentLinkEntity = {
      id: newId(),
      personId,
      parkId: profile?.parkId ?? null,
      digest: digestOf(token),
      sentAt: now,
      sentBy: actor.userId,
      expiresAt: new Date(now.getTime() + DAYS * DAY_MS),
      answeredAt: null,
    };
    await this.database.as(actor, async (tx) => {
      await this.links.insert(link, tx);
      await this.audit.record(actor, 'consent.asked', { subjectKind: 'person', subjectId: personId }, tx);
    });
    return { ...viewOf(link), token };
  }

  /** @throws 404 PERSON.NOT_FOUND */
  async list(actor: Actor, personId: string): Promise<ConsentLinkView[]> {
    await this.guard.requireOwn(actor, personId);
    return this.database.as(actor, async (tx) => (await this.links.ofPerson(personId, tx)).map(viewOf));
  }
}

const viewOf = ({ id, sentAt, expiresAt, answeredAt }: ConsentLinkEntity): ConsentLinkView => ({
  id,
  sentAt: sentAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});
