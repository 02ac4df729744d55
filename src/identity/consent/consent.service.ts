import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { AuditService } from '../audit/audit.service';
import type { Consent } from './consent.entity';
import { ConsentRepository, type ConsentStanding } from './consent.repository';
import type { ConsentPurpose, GiveConsent } from './consent.schema';

/** What persons agreed to. Every method takes part in the caller's transaction. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Records a consent; a live one for the same purpose stays as it is. */
  give(
    actor: Actor,
    personId: string,
    given: GiveConsent,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<void> {
    return this.giveAll(actor, [personId], given, sampleSet, tx);
  }

  /** The same consent of many persons. */
  async giveAll(
    actor: Actor,
    personIds: readonly string[],
    given: GiveConsent,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<void> {
    const stated = {
      ...given,
      givenAt: this.clock.now(),
      withdrawnAt: null,
      recordedBy: actor.userId,
      sampleSet,
    };
    const consents = [...new Set(personIds)].map((personId) => ({ id: newId(), personId, ...stated }));
    const added = await this.consents.insertAll(consents, tx);
    const detail = { purpose: given.purpose, basis: given.basis, textVersion: given.textVersion };
    const subjects = added.map((subjectId) => ({ subjectKind: 'person', subjectId, detail }));
    await this.audit.recordAll(actor, 'consent.given', subjects, tx);
  }

  /** Withdraws live consents; it counts from this transaction's commit on. */
  async withdraw(
    actor: Actor,
    personId: string,
    purposes: readonly ConsentPurpose[],
    tx: EntityManager,
  ): Promise<void> {
    if ((await this.consents.withdraw(personId, purposes, this.clock.now(), tx)) === 0) return;
    const detail = { purposes: purposes.join(' ') };
    await this.audit.record(
      actor,
      'consent.withdrawn',
      { subjectKind: 'person', subjectId: personId, detail },
      tx,
    );
  }

  history(personId: string, tx: EntityManager): Promise<Consent[]> {
    return this.consents.history(personId, tx);
  }

  /** Which of `personIds` agree to `purpose` now. */
  having(purpose: ConsentPurpose, personIds: readonly string[], tx: EntityManager): Promise<Set<string>> {
    return this.consents.having(purpose, personIds, tx);
  }

  /** What each of `personIds` has said to what; nothing of who was never asked. */
  standingOf(personIds: readonly string[], tx: EntityManager): Promise<Map<string, ConsentStanding>> {
    return this.consents.standingOf(personIds, this.clock.now(), tx);
  }

  /** Which of `personIds` have taken back their agreement to one of `purposes`. */
  withdrawnBy(
    purposes: readonly ConsentPurpose[],
    personIds: readonly string[],
    tx: EntityManager,
  ): Promise<Set<string>> {
    return this.consents.withdrawnBy(purposes, personIds, tx);
  }
}
