import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { AuditService } from '../identity/audit/audit.service';
import { Outbox } from '../queues/outbox';
import { ErasureRepository } from './erasure.repository';

/** Takes a person out of every table; the engine forgets them by the job that follows every change. */
@Injectable()
export class PersonRemoval {
  constructor(
    private readonly erasure: ErasureRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /** Answers how many profiles they had. */
  async takeOut(actor: Actor, personId: string, reason: string, tx: EntityManager): Promise<number> {
    const subject = { subjectKind: 'person', subjectId: personId, detail: { reason } };
    await this.audit.record(actor, 'person.erased', subject, tx);
    const profiles = await this.erasure.erase(personId, tx);
    await this.outbox.enqueueAll(
      'match-record',
      profiles.map((id) => ({ kind: 'talent' as const, id })),
      tx,
    );
    return profiles.length;
  }
}
