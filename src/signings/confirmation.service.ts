import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, type DomainError } from '../common/errors';
import { InjectClock } from '../platform/clock/clock.module';
import type { DocumentKind } from '../taxonomy/document.vocabulary';
import { notYours, SigningDesk } from './signing-desk';
import { isLive, STEPS, type Step } from './signing-life';
import { SigningMatch } from './signing-match';
import { SigningPartRepository } from './signing-part.repository';
import { canCheck, canConfirm, canRecord, requirePerson } from './signing-rights';
import { SigningSubjects } from './signing-subjects';
import type { CheckSigning } from './signing.schema';
import type { SigningEntity } from './signing.entity';

/** What a person says with a decision. */
export interface Remark {
  missing?: DocumentKind[];
  note?: string;
}

/**
 * The way of a signing to its confirmation and off it: the park checks, then the platform, two different people. Every
 * method takes part in the caller's transaction and answers the signing as it then is; all throw 404, 403
 * SIGNING.NOT_YOURS, 412 for an old version and 409 SIGNING.ILLEGAL_STEP from a state in which it cannot be done.
 */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly desk: SigningDesk,
    private readonly subjects: SigningSubjects,
    private readonly parts: SigningPartRepository,
    private readonly matches: SigningMatch,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The first check, by the lead of the signing's park. */
  async check(
    actor: Actor,
    id: string,
    version: number,
    { decision, ...remark }: CheckSigning,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.desk.requireOwn(actor, id, version, tx);
    if (!canCheck(actor, before)) throw notYours();
    const checked = { checkedBy: requirePerson(actor), checkedAt: this.clock.now() };
    return this.step(actor, before, decision, decision === 'pass' ? checked : {}, remark, tx);
  }

  /** Hands a returned signing in again, to the park's check. */
  async resubmit(
    actor: Actor,
    id: string,
    version: number,
    remark: Remark,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.desk.requireOwn(actor, id, version, tx);
    return this.step(actor, before, 'resubmit', UNCHECKED, remark, tx);
  }

  /**
   * The second check: freezes the subjects' facts, and keeps why the pair was matched.
   * @throws 409 SIGNING.SAME_PERSON for whoever made the first
   */
  async confirm(
    actor: Actor,
    id: string,
    version: number,
    explanation: object | null,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.requireConfirmer(actor, id, version, tx);
    const confirmedBy = requirePerson(actor);
    if (before.checkedBy === confirmedBy)
      throw new Conflict('SIGNING.SAME_PERSON', 'Whoever checked a signing does not confirm it');
    await this.subjects.refresh(before, tx);
    const confirmed = { confirmedBy, confirmedAt: this.clock.now(), explanation };
    return this.step(actor, before, 'confirm', confirmed, {}, tx);
  }

  /** Sends a signing back from the platform's check, with the papers that are missing. */
  async returnFromPlatform(
    actor: Actor,
    id: string,
    version: number,
    remark: Remark,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.requireConfirmer(actor, id, version, tx);
    return this.step(actor, before, 'return-from-platform', UNCHECKED, remark, tx);
  }

  /** Refuses a signing for good; its match stays signed and may be signed anew. */
  async refuse(
    actor: Actor,
    id: string,
    version: number,
    reason: string,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.requireConfirmer(actor, id, version, tx);
    return this.step(actor, before, 'refuse-from-platform', {}, { note: reason }, tx);
  }

  /** Withdraws the confirmation; the match stays signed. */
  async revoke(
    actor: Actor,
    id: string,
    version: number,
    reason: string,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.requireConfirmer(actor, id, version, tx);
    return this.step(actor, before, 'revoke', {}, { note: reason }, tx);
  }

  /** The contract itself is void: the match is terminated. What is confirmed only the platform voids. @throws 409 SIGNING.OVER */
  async void(
    actor: Actor,
    id: string,
    version: number,
    reason: string,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const before = await this.desk.requireOwn(actor, id, version, tx);
    if (!canConfirm(actor) && (before.state === 'confirmed' || !canRecord(actor, before))) throw notYours();
    if (before.voidedAt !== null) throw new Conflict('SIGNING.OVER', 'The signing is void already');
    const voided = { voidedAt: this.clock.now(), voidReason: reason };
    const after = await this.desk.change(actor, before, voided, { action: 'void', note: reason }, tx);
    await this.parts.release(id, tx);
    if (after.matchId !== null) await this.matches.end(actor, after.matchId, reason, tx);
    return after;
  }

  private async requireConfirmer(
    actor: Actor,
    id: string,
    version: number,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const signing = await this.desk.requireOwn(actor, id, version, tx);
    if (!canConfirm(actor)) throw notYours();
    return signing;
  }

  private async step(
    actor: Actor,
    before: SigningEntity,
    step: Step,
    changes: Partial<SigningEntity>,
    remark: Remark,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const { from, to, act } = STEPS[step];
    if (before.voidedAt !== null || before.state !== from) throw illegalStep(before, step);
    const after = await this.desk.change(
      actor,
      before,
      { ...changes, state: to },
      { action: act, ...remark },
      tx,
    );
    if (!isLive(after)) await this.parts.release(after.id, tx);
    return after;
  }
}

const UNCHECKED: Partial<SigningEntity> = { checkedBy: null, checkedAt: null };

const illegalStep = (signing: SigningEntity, step: Step): DomainError =>
  new Conflict('SIGNING.ILLEGAL_STEP', `A signing that is ${signing.state} cannot go this way`, {
    params: { state: signing.state, step, void: signing.voidedAt !== null },
  });
