import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, Forbidden, NotFound, Stale } from '../common/errors';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { violatedConstraint } from '../platform/database/database-error';
import type { News } from '../queues/job-catalogue';
import { Outbox } from '../queues/outbox';
import type { DocumentKind } from '../taxonomy/document.vocabulary';
import type { SigningAct } from './signing-check.entity';
import { canRecord } from './signing-rights';
import type { SigningEntity } from './signing.entity';
import { SigningRepository } from './signing.repository';

export interface Act {
  action: SigningAct;
  missing?: DocumentKind[];
  note?: string;
}

/** The only way a signing is written: by compare-and-set on state and version, with a line of history. */
@Injectable()
export class SigningDesk {
  constructor(
    private readonly signings: SigningRepository,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 SIGNING.NOT_FOUND, also for what the transaction's actor may not know of */
  async require(id: string, tx: EntityManager): Promise<SigningEntity> {
    const signing = await this.signings.find(id, tx);
    if (!signing) throw new NotFound('SIGNING.NOT_FOUND', 'There is no such signing');
    return signing;
  }

  /** The signing at the version the caller saw. @throws 404; 403 SIGNING.NOT_YOURS; 412 */
  async requireOwn(actor: Actor, id: string, version: number, tx: EntityManager): Promise<SigningEntity> {
    const signing = await this.require(id, tx);
    if (!canRecord(actor, signing)) throw notYours();
    if (signing.version !== version) throw stale();
    return signing;
  }

  /** @throws 403 SIGNING.NOT_YOURS; 409 SIGNING.MATCH_SIGNED when another signing of the match stands */
  async add(actor: Actor, signing: SigningEntity, tx: EntityManager): Promise<void> {
    if (!canRecord(actor, signing)) throw notYours();
    try {
      await this.signings.insert(signing, tx);
    } catch (error) {
      if (violatedConstraint(error) !== 'signings_one_live') throw error;
      throw new Conflict('SIGNING.MATCH_SIGNED', 'The match has a signing already', { cause: error });
    }
    await this.note(actor, signing, { action: 'record' }, tx);
  }

  /** Changes the signing if it still stands where it was read. @throws 412 */
  async change(
    actor: Actor,
    before: SigningEntity,
    changes: Partial<SigningEntity>,
    act: Act,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const stated = { ...changes, updatedAt: this.clock.now() };
    if (!(await this.signings.changeIf(before, stated, tx))) throw stale();
    const after = { ...before, ...stated, version: before.version + 1 };
    await this.note(actor, after, act, tx);
    return after;
  }

  private async note(actor: Actor, signing: SigningEntity, act: Act, tx: EntityManager): Promise<void> {
    const { id, state, version, sampleSet } = signing;
    await this.signings.addCheck(
      {
        id: newId(),
        signingId: id,
        action: act.action,
        state,
        version,
        missing: act.missing ?? [],
        note: act.note ?? null,
        actedBy: actor.userId,
        actedAs: actor.role,
        actedAt: this.clock.now(),
        sampleSet,
      },
      tx,
    );
    const news = NEWS_OF[act.action];
    if (news) await this.outbox.enqueue('tell-news', { news, id }, tx);
  }
}

/** Acts that others wait for. */
const NEWS_OF: Partial<Record<SigningAct, News>> = {
  record: 'signing-recorded',
  resubmit: 'signing-recorded',
  pass: 'signing-passed',
  return: 'signing-returned',
  confirm: 'signing-confirmed',
};

const stale = () => new Stale('HTTP.STALE', 'The signing was changed by somebody else');
export const notYours = () => new Forbidden('SIGNING.NOT_YOURS', 'This signing is for others to decide');
