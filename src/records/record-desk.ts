import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { Conflict, Forbidden, NotFound, RuleBroken, Stale } from '../common/errors';
import { newId } from '../common/ids';
import { addWorkingDays } from '../common/working-days';
import { InjectClock } from '../platform/clock/clock.module';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';
import { isNews } from '../queues/job-catalogue';
import { Outbox } from '../queues/outbox';
import { canMove, isEditable, isMatched, type Move, TRANSITIONS } from './life-cycle';
import { changesOf, type MoveRequest } from './move-changes';
import type { RecordEntity } from './record.entity';
import { recordCode } from './record-code';
import { RecordCodeRepository } from './record-code.repository';
import type { RecordRepository } from './record.repository';
import { canDecide, canEdit } from './record-rights';
import { type Content, type Provenance, newRecord, versionOf } from './new-record';

/**
 * Takes records in and moves them through their life, for needs, projects and talents alike: rights, versions, and the
 * word to matching, all in the caller's transaction.
 */
@Injectable()
export class RecordDesk {
  constructor(
    private readonly codes: RecordCodeRepository,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Stores new records; published at once when `publish` and the actor may, else as drafts.
   * @throws 403 RECORD.NOT_YOURS
   */
  async create<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    contents: readonly Content<E>[],
    provenance: Provenance,
    tx: EntityManager,
  ): Promise<E[]> {
    if (contents.length === 0) return [];
    const now = this.clock.now();
    const year = Number(dayOf(now).slice(0, 4));
    const first = await this.codes.take(records.kind, year, contents.length, tx);
    const rows = contents.map((content, at) => {
      if (!canEdit(actor, content)) throw notYours();
      const code = recordCode(records.kind, year, first + at);
      const publish = provenance.publish === true && canDecide(actor, content);
      return newRecord<E>(content, {
        ...provenance,
        id: newId(),
        code,
        now,
        answerDueOn: this.answerDueOn(now),
        publish,
      });
    });
    await records.insert(rows, tx);
    await records.insertVersions(
      rows.map((row) => versionOf(row, provenance.source === undefined ? 'create' : 'import', actor, now)),
      tx,
    );
    return rows;
  }

  /**
   * Changes a record that still is at `version` as `change` says.
   * @throws 404 RECORD.NOT_FOUND; 403 RECORD.NOT_YOURS; 412 HTTP.STALE; 409 RECORD.NOT_EDITABLE, RECORD.MERGED
   */
  async edit<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    id: string,
    version: number,
    change: (before: E) => Partial<E> | Promise<Partial<E>>,
    tx: EntityManager,
  ): Promise<E> {
    const before = await this.require(records, id, tx);
    if (!canEdit(actor, before)) throw notYours();
    refuseMerged(before);
    if (before.version !== version) throw stale();
    if (!isEditable(before.status))
      throw new Conflict('RECORD.NOT_EDITABLE', 'A record in this status is reopened before it is changed', {
        params: { status: before.status },
      });
    const changes = await change(before);
    const after = { ...before, ...changes, contentVersion: version + 1 };
    if (!canEdit(actor, after) || (leavesItsPark(before, after) && !canDecide(actor, after)))
      throw notYours();
    return this.store(actor, records, before, after, 'edit', null, tx);
  }

  /**
   * Makes one move of the life cycle; `version` is left out only by the product's own moves.
   * @throws 404; 403; 412; 409 RECORD.MOVE_REFUSED, RECORD.MERGED; 400 RECORD.REASON_MISSING, RECORD.CLOSE_REASON_MISSING; 422 RECORD.EXPIRED
   */
  async move<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    id: string,
    { version, ...request }: MoveRequest & { version?: number },
    tx: EntityManager,
  ): Promise<E> {
    const before = await this.require(records, id, tx);
    const { by, to } = TRANSITIONS[request.move];
    const may = by === 'park' ? canDecide : canEdit;
    if (!may(actor, before)) throw notYours();
    refuseMerged(before);
    if (version !== undefined && before.version !== version) throw stale();
    if (!canMove(before.status, request.move))
      throw new Conflict('RECORD.MOVE_REFUSED', `A record that is ${before.status} cannot ${request.move}`, {
        params: { status: before.status, move: request.move },
      });
    const now = this.clock.now();
    if (to === 'published' && before.expiresOn !== null && before.expiresOn < dayOf(now))
      throw new RuleBroken('RECORD.EXPIRED', 'The last day of the record has passed');
    const after = {
      ...before,
      ...changesOf(request, { actor, now, answerDueOn: this.answerDueOn(now) }),
      status: to,
    };
    return this.store(actor, records, before, after, request.move, request.reason ?? null, tx);
  }

  /**
   * Archives a record that came by mistake and still is at `version`; its source may send it again as a new one.
   * @throws 404; 403 RECORD.NOT_YOURS; 412 HTTP.STALE; 409 RECORD.MOVE_REFUSED when it is in talks or closed
   */
  async takeBack<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    id: string,
    version: number,
    reason: string,
    tx: EntityManager,
  ): Promise<void> {
    const before = await this.require(records, id, tx);
    if (!canDecide(actor, before)) throw notYours();
    if (before.version !== version) throw stale();
    if (!TAKEN_BACK_FROM.has(before.status))
      throw new Conflict('RECORD.MOVE_REFUSED', `A record that is ${before.status} is not taken back`, {
        params: { status: before.status, move: 'archive' },
      });
    const after = { ...before, status: 'archived' as const, archivedAt: this.clock.now(), sourceRef: null };
    await this.store(actor, records, before, after, 'archive', reason, tx);
  }

  /** @throws 404 RECORD.NOT_FOUND, also for what the transaction's actor may not know of */
  async require<E extends RecordEntity>(
    records: RecordRepository<E>,
    id: string,
    tx: EntityManager,
  ): Promise<E> {
    const record = await records.find(id, tx);
    if (!record) throw new NotFound('RECORD.NOT_FOUND', 'There is no such record');
    return record;
  }

  /** 'YYYY-MM-DD', the day that decides what has expired. */
  today(): string {
    return dayOf(this.clock.now());
  }

  private answerDueOn(now: Date): string {
    return addWorkingDays(dayOf(now), this.env.ANSWER_DAYS);
  }

  /** Tells matching that these records may match differently now. */
  rematch(kind: RecordRepository<RecordEntity>['kind'], rows: readonly RecordEntity[], tx: EntityManager) {
    return this.outbox.enqueueAll(
      'match-record',
      rows.map(({ id }) => ({ kind, id })),
      tx,
    );
  }

  private async store<E extends RecordEntity>(
    actor: Actor,
    records: RecordRepository<E>,
    before: E,
    after: E,
    action: Move | 'edit',
    reason: string | null,
    tx: EntityManager,
  ): Promise<E> {
    const now = this.clock.now();
    const stored = { ...after, version: before.version + 1, updatedAt: now };
    const changed = (Object.keys(stored) as (keyof E)[]).filter((name) => stored[name] !== before[name]);
    if ((await records.replace([stored], changed, tx)) !== 1) throw stale();
    await records.insertVersions([versionOf(stored, action, actor, now, reason)], tx);
    const wasMatched = isMatched(before.status);
    if (action === 'edit' ? wasMatched : wasMatched !== isMatched(stored.status))
      await this.rematch(records.kind, [stored], tx);
    await this.announce(records.kind, action, before.status, stored, tx);
    return stored;
  }

  /** People are told of what waits for them, and of what became of their own. */
  private async announce(
    kind: RecordRepository<RecordEntity>['kind'],
    action: Move | 'edit',
    was: RecordEntity['status'],
    { id, status }: RecordEntity,
    tx: EntityManager,
  ): Promise<void> {
    const news = `${kind}-${ANNOUNCED_AS[action] ?? status}`;
    if ((status !== was || action in ANNOUNCED_AS) && isNews(news))
      await this.outbox.enqueue('tell-news', { news, id }, tx);
  }
}

/** Moves that are news by themselves; all others are told by the status they lead to. */
const ANNOUNCED_AS: Partial<Record<Move | 'edit', string>> = { accept: 'accepted', decline: 'declined' };

/** The statuses in which nobody has built on a record yet. */
const TAKEN_BACK_FROM: ReadonlySet<string> = new Set(['draft', 'submitted', 'returned', 'published']);

/** A draft goes where its author likes; what a park has taken up is handed on only by who serves both. */
const leavesItsPark = (before: RecordEntity, after: RecordEntity): boolean =>
  before.parkId !== after.parkId && before.status !== 'draft' && before.status !== 'returned';

const notYours = () => new Forbidden('RECORD.NOT_YOURS', 'This record is for others to change');
const stale = () => new Stale('HTTP.STALE', 'The record was changed by somebody else');

function refuseMerged({ mergedInto }: RecordEntity): void {
  if (mergedInto !== null)
    throw new Conflict('RECORD.MERGED', 'The record was merged into another', { params: { into: mergedInto } });
}
