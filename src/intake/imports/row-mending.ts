import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { Conflict, InvalidInput, NotFound } from '../../common/errors';
import { Database } from '../../platform/database/database';
import type { Cell } from '../reading/cell';
import { ImportDesk, type LaidOut } from './import-desk';
import type { ImportRowEntity } from './import-row.entity';
import { ImportRowRepository } from './import-row.repository';
import type { ImportRowView, MendRow, RowPage, RowsQuery, TakeSuggestions } from './import.schema';
import { rowViewOf } from './import-view';
import { RowCheck, type SeenRows } from './row-check';
import { RowContents } from './row-content';

const MENDABLE: ReadonlySet<string> = new Set(['ready', 'known', 'doubtful', 'same', 'left-out', 'failed']);
const BATCH = 500;

/** Rows of a list, looked at and mended in place. */
@Injectable()
export class RowMending {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly rows: ImportRowRepository,
    private readonly rowCheck: RowCheck,
    private readonly contents: RowContents,
  ) {}

  list(actor: Actor, id: string, { state, after, limit }: RowsQuery): Promise<RowPage> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.require(id, tx);
      const found = await this.rows.list(id, { states: state, after, limit: limit + 1 }, tx);
      const items = found.slice(0, limit).map((row) => rowViewOf(row, this.contents.open(row), list));
      return { items, next: found.length > limit ? (items.at(-1)?.row ?? null) : null };
    });
  }

  /** @throws 404 IMPORT.ROW_NOT_FOUND; 409 IMPORT.STATE, IMPORT.ROW_DONE; 400 IMPORT.UNKNOWN_COLUMN */
  mend(actor: Actor, id: string, rowNo: number, { cells = {}, decision }: MendRow): Promise<ImportRowView> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.requireIn(id, ['preview', 'finished'], tx);
      const row = await this.rows.find(id, rowNo, tx);
      if (!row) throw new NotFound('IMPORT.ROW_NOT_FOUND', 'There is no such row');
      const content = this.contents.open(row);
      if (!content || !MENDABLE.has(row.state))
        throw new Conflict('IMPORT.ROW_DONE', 'The row is in already');
      const mended: (Cell | undefined)[] = [...content.cells];
      for (const [field, words] of Object.entries(cells))
        mended[columnOf(list, field)] = words === '' ? null : words;
      const after = await this.recheck(
        list,
        row,
        Array.from(mended, (cell) => cell ?? null),
        decision === undefined ? row.decision : decision,
        tx,
      );
      return rowViewOf(after, this.contents.open(after), list);
    });
  }

  /** Puts the suggestions for a column into its cells; answers how many rows that mended. */
  takeSuggestions(actor: Actor, id: string, { column, code }: TakeSuggestions): Promise<{ mended: number }> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.requireIn(id, ['preview', 'finished'], tx);
      const place = columnOf(list, column);
      let mended = 0;
      for (let after = 0; ;) {
        const rows = await this.rows.list(id, { states: ['doubtful'], after, limit: BATCH }, tx);
        for (const row of rows) {
          const content = this.contents.open(row);
          const doubt = content?.doubts.find(
            (one) => one.column === column && one.suggestion !== undefined && (code ?? one.code) === one.code,
          );
          if (!content || doubt?.suggestion === undefined) continue;
          const cells = content.cells.map((cell, at) => (at === place ? (doubt.suggestion as string) : cell));
          await this.recheck(list, row, cells, row.decision, tx);
          mended += 1;
        }
        const last = rows.at(-1);
        if (!last) return { mended };
        after = last.rowNo;
      }
    });
  }

  private async recheck(
    list: LaidOut,
    row: ImportRowEntity,
    cells: readonly Cell[],
    decision: ImportRowEntity['decision'],
    tx: EntityManager,
  ): Promise<ImportRowEntity> {
    const { passages, title: file } = this.contents.open(row) ?? {};
    const given = { number: row.rowNo, cells, decision, passages, file: passages && file };
    const seen: SeenRows = new Map();
    const [alone] = await this.rowCheck.check(list, [given], new Map(), tx);
    const [twin] = alone?.key ? await this.rows.findSameKey(list.id, alone.key, row.rowNo, tx) : [];
    if (twin?.key && twin.digest && twin.state !== 'left-out')
      seen.set(twin.key.toString('hex'), { number: twin.rowNo, digest: twin.digest.toString('hex') });
    const [after] = twin ? await this.rowCheck.check(list, [given], seen, tx) : [alone];
    await this.rows.put([after as ImportRowEntity], tx);
    return after as ImportRowEntity;
  }
}

function columnOf({ layout }: LaidOut, field: string): number {
  const at = layout.columns.findIndex((column) => column.field === field);
  if (at < 0) throw new InvalidInput('IMPORT.UNKNOWN_COLUMN', 'The list has no such column');
  return at;
}
