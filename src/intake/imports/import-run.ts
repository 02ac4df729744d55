import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { DomainError } from '../../common/errors';
import { RunService } from '../../matching/runs/run.service';
import { Database } from '../../platform/database/database';
import { refusalOfDatabase } from '../../platform/database/database-error';
import { interpretRow } from '../table/interpret-row';
import { ImportDesk, type LaidOut } from './import-desk';
import type { ImportRowEntity, RowState } from './import-row.entity';
import { ImportRepository } from './import.repository';
import { ImportRowRepository } from './import-row.repository';
import { choices as choicesSchema } from './import.schema';
import { RosterSigning } from './roster-signing';
import { RowContents } from './row-content';
import { RowStore } from './row-store';

/** Rows stored in one transaction: what a lost worker repeats at most. */
const BATCH = 200;
/** Up to so many rows are matched one by one as they come; more are a matter for a run over everything. */
const MATCHED_ONE_BY_ONE = 500;

const WAITING: readonly RowState[] = ['ready', 'known'];

/** Takes the rows of a list in, batch by batch; goes on where an earlier worker stopped, since rows say what came of them. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly imports: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly contents: RowContents,
    private readonly store: RowStore,
    private readonly roster: RosterSigning,
    private readonly runs: RunService,
  ) {}

  async run(id: string): Promise<void> {
    const job = await this.desk.openJob(id);
    if (job?.list.state !== 'running' || job.list.layout === null) return;
    const { actor } = job;
    const list = job.list as LaidOut;
    if (list.kind === 'rosters') return this.roster.sign(actor, list);
    while (await this.batch(actor, list));
    const counts = await this.database.as(actor, (tx) => this.rows.counts(id, tx));
    const news = (counts.created ?? 0) + (counts.updated ?? 0) + (counts.merged ?? 0);
    const finished = { state: 'finished' as const, finishedAt: this.desk.now() };
    // Another worker may have finished it meanwhile; its matching is then asked for too.
    if (!(await this.database.as(actor, (tx) => this.imports.change(id, ['running'], finished, tx)))) return;
    // The matching follows from the list; who sent it need not have the right to ask for it.
    if (news > 0 && list.total > MATCHED_ONE_BY_ONE && list.kind !== 'organisations')
      await this.runs.start(SYSTEM);
  }

  /** Takes the next rows in; answers whether there were any. */
  private async batch(actor: Actor, list: LaidOut): Promise<boolean> {
    let taken: number[] = [];
    try {
      await this.database.as(actor, async (tx) => {
        const rows = await this.rows.take(list.id, WAITING, BATCH, tx);
        taken = rows.map(({ rowNo }) => rowNo);
        await this.takeIn(actor, list, rows, tx);
      });
    } catch (error) {
      if (isOurs(error)) throw error;
      for (const rowNo of taken) await this.one(actor, list, rowNo);
    }
    return taken.length > 0;
  }

  /** One row by itself, after its batch was refused: only the one that is wrong stays out. */
  private async one(actor: Actor, list: LaidOut, rowNo: number): Promise<void> {
    try {
      await this.database.as(actor, async (tx) => {
        const rows = await this.rows.findAll(list.id, [rowNo], tx);
        await this.takeIn(actor, list, rows, tx);
      });
    } catch (error) {
      if (isOurs(error)) throw error;
      await this.database.as(actor, async (tx) => {
        const [row] = await this.rows.findAll(list.id, [rowNo], tx);
        if (row) await this.rows.put([{ ...row, state: 'failed', failure: codeOf(error) }], tx);
        await this.imports.advance(list.id, 1, tx);
      });
    }
  }

  private async takeIn(
    actor: Actor,
    list: LaidOut,
    rows: readonly ImportRowEntity[],
    tx: EntityManager,
  ): Promise<void> {
    const stored = rows.flatMap((row) => {
      const cells = this.contents.open(row)?.cells ?? [];
      const { draft } = interpretRow(list.layout, cells);
      return draft ? [{ row, draft }] : [];
    });
    const choices = choicesSchema.parse(list.choices);
    const rematch = list.total <= MATCHED_ONE_BY_ONE;
    const outcomes = await this.store.store({ actor, list, choices, rematch }, stored, tx);
    const byRow = new Map(outcomes.map(({ rowNo, ...outcome }) => [rowNo, outcome]));
    await this.rows.put(
      rows.map((row) => ({ ...row, failure: null, sealed: null, ...byRow.get(row.rowNo) })),
      tx,
    );
    await this.imports.advance(list.id, rows.length, tx);
  }
}

const refusalOf = (error: unknown): DomainError | undefined =>
  error instanceof DomainError ? error : refusalOfDatabase(error);

/** Not the row's fault: the job is tried again. */
const isOurs = (error: unknown): boolean => (refusalOf(error)?.status ?? 500) >= 500;

const codeOf = (error: unknown): string => refusalOf(error)?.code ?? 'IMPORT.FAILED';
