import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict, NotFound } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { RecordDesk } from '../../records/record-desk';
import type { RecordEntity } from '../../records/record.entity';
import { putBack } from './change-log';
import { MatchMerge } from './match-merge';
import { MergeFigures } from './merge-figures';
import { MergeJoin } from './merge-join';
import type { Hanging, MergeEntity } from './merge.entity';
import { MergeRepository } from './merge.repository';
import { requireOwn } from './merge-rights';
import type { FigureChange, MergeQuery, MergeView, UndoMerge } from './merge.schema';
import { MergeSides } from './merge-sides';
import { mergeViewOf } from './merge.view';
import { patiently } from './patiently';

const MOST_SHOWN = 100;

/** Reads what was merged, and makes two of one again. */
@Injectable()
export class UnmergeService {
  constructor(
    private readonly database: Database,
    private readonly sides: MergeSides,
    private readonly joining: MergeJoin,
    private readonly matches: MatchMerge,
    private readonly figures: MergeFigures,
    private readonly merges: MergeRepository,
    private readonly desk: RecordDesk,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Those of a record, or the latest of a kind that stand; the latest first. */
  list(actor: Actor, { kind, record }: MergeQuery): Promise<MergeView[]> {
    return this.database.as(actor, async (tx) => {
      const found = record
        ? (await this.merges.of(record, tx)).filter((merge) => merge.kind === kind)
        : await this.merges.latest(kind, MOST_SHOWN, tx);
      const views: MergeView[] = [];
      for (const merge of found)
        views.push(
          mergeViewOf(merge, {
            from: await this.sides.find(kind, merge.fromId, tx),
            into: await this.sides.find(kind, merge.intoId, tx),
          }),
        );
      return views;
    });
  }

  /**
   * Puts back every value the merge changed, as long as nobody has built on the surviving record since.
   * @throws 404 MERGE.NOT_FOUND; 403; 409 MERGE.UNDONE, MERGE.ERASED, MERGE.CHANGED_SINCE, MERGE.NEW_SINCE, MERGE.FIGURES
   */
  undo(actor: Actor, id: string, { acceptFigures }: UndoMerge): Promise<MergeView> {
    return patiently(() =>
      this.database.asOne(actor, async (tx) => {
        const merge = await this.merges.find(id, tx);
        if (!merge) throw new NotFound('MERGE.NOT_FOUND', 'There is no such merge');
        requireOwn(actor, merge.kind, await this.sides.require(merge.kind, merge.fromId, merge.intoId, tx));
        const figures = await this.database.as(SYSTEM, (system) => this.part(actor, merge, system));
        this.figures.requireAccepted(actor, figures, acceptFigures);
        const subject = { subjectKind: merge.kind, subjectId: merge.intoId };
        const detail = { merge: id, from: merge.fromId, figures: figures.length };
        await this.audit.record(actor, 'record.unmerged', { ...subject, detail }, tx);
        const sides = await this.sides.require(merge.kind, merge.fromId, merge.intoId, tx);
        return mergeViewOf({ ...merge, undoneBy: actor.userId, undoneAt: this.clock.now() }, sides);
      }),
    );
  }

  private async part(actor: Actor, merge: MergeEntity, tx: EntityManager): Promise<FigureChange[]> {
    const { id, kind, fromId, intoId, steps, ended, reason } = merge;
    await this.merges.lock(tx);
    await this.sides.lock(kind, [fromId, intoId], tx);
    if (merge.undoneAt !== null || !(await this.merges.markUndone(id, actor.userId, this.clock.now(), tx)))
      throw steps === null
        ? new Conflict('MERGE.ERASED', 'The person was erased')
        : new Conflict('MERGE.UNDONE', 'The merge was taken back already');
    const sides = await this.sides.require(kind, fromId, intoId, tx);
    if (sides.from.version !== merge.fromVersion || sides.into.version !== merge.intoVersion)
      throw new Conflict('MERGE.CHANGED_SINCE', 'The record that stayed was changed since');
    const fresh = differenceOf(merge.links, await this.joining.links(kind, sides.into, tx));
    if (fresh !== undefined)
      throw new Conflict('MERGE.NEW_SINCE', 'Something new hangs on the record that stayed', {
        params: { what: fresh },
      });
    const occasion = { cause: 'unmerge' as const, reason, userId: actor.userId };
    const figures = await this.figures.around(
      kind,
      [sides.from, sides.into],
      occasion,
      async () => {
        await putBack(steps ?? [], tx);
        await this.matches.goOn(ended, { userId: actor.userId, at: this.clock.now() }, tx);
        const apart = await this.sides.require(kind, fromId, intoId, tx);
        const how = { actor, action: 'unmerge' as const, reason };
        for (const side of [apart.from, apart.into])
          await this.sides.store(kind, side, {}, how, undefined, tx);
      },
      tx,
    );
    if (kind !== 'organisation')
      await this.desk.rematch(kind, [sides.from as RecordEntity, sides.into as RecordEntity], tx);
    return figures;
  }
}

/** The first table and column in which something came or went. */
function differenceOf(
  then: Readonly<Record<string, Hanging>>,
  now: Readonly<Record<string, Hanging>>,
): string | undefined {
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].find(
    (link) => then[link]?.digest !== now[link]?.digest,
  );
}
