import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { textOf, type Cell } from '../reading/cell';
import { interpretRow, type Interpreted, type RowDoubt } from '../table/interpret-row';
import type { Layout } from '../table/layout';
import type { ImportEntity } from './import.entity';
import type { Decision, ImportRowEntity, RowState } from './import-row.entity';
import { ImportRowRepository } from './import-row.repository';
import { type Known, KnownRecords } from './known-records';
import { RowContents } from './row-content';

/** A row as the file or a person has it. */
export interface GivenRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly decision?: Decision | null;
  readonly passages?: Readonly<Record<string, string>>;
  /** Of an archive of documents: the one it was read from, and the code of why it could not be. */
  readonly file?: string | undefined;
  readonly refusal?: string | undefined;
  /** What the comparison of texts found. */
  readonly resembles?: { readonly doubt: RowDoubt; readonly id: string | null };
}

/** The first row of a list about each thing, by key; grows as the list is read. */
export type SeenRows = Map<string, { readonly number: number; readonly digest: string }>;

const question = (code: string, params?: RowDoubt['params']): RowDoubt => ({
  level: 'question',
  code,
  column: '',
  ...(params && { params }),
});

/** Says of each row of a list what is to become of it. */
@Injectable()
export class RowCheck {
  constructor(
    private readonly rows: ImportRowRepository,
    private readonly known: KnownRecords,
    private readonly contents: RowContents,
  ) {}

  async check(
    list: ImportEntity & { layout: Layout },
    given: readonly GivenRow[],
    seen: SeenRows,
    tx: EntityManager,
  ): Promise<ImportRowEntity[]> {
    const read = given.map((row) => ({ ...row, read: interpretRow(list.layout, row.cells) }));
    const settled = read.filter((row) => row.read.draft !== undefined);
    const { known, contradicted } = await this.known.find(list, settled, tx);
    const keys = read.map((row) => this.keyOf(list, row.read));
    const earlier = await this.rows.findEarlier(
      keys.flatMap((key) => key ?? []),
      tx,
    );
    return read.map((row, at) => {
      const key = keys[at] ?? null;
      const digest = this.contents.digest(...row.cells.map(textOf));
      const before = key && earlier.get(key.toString('hex'));
      const doubts: RowDoubt[] =
        row.refusal === undefined
          ? [...row.read.doubts]
          : [{ level: 'error', code: row.refusal, column: '' }];
      if (contradicted.has(row.number))
        doubts.push({ level: 'error', code: 'IMPORT.OTHER_CODE', column: 'uscc' });
      const twin = key && this.twin(seen, key, row.number, digest);
      if (twin === 'other' && !row.decision)
        doubts.push(
          question('IMPORT.SAME_AS_ROW', { row: seen.get((key as Buffer).toString('hex'))?.number ?? 0 }),
        );
      const isSame = twin === 'same' || before?.digest === digest.toString('hex');
      const match: Known | undefined =
        (before && { id: before.recordId, by: 'list' }) ??
        known.get(row.number) ??
        (row.resembles?.id ? { id: row.resembles.id, by: 'text' } : undefined);
      const isNew = match === undefined || match.by === 'text';
      if (row.resembles && isNew && !isSame && !row.decision) doubts.push(row.resembles.doubt);
      const place = { importId: list.id, rowNo: row.number };
      return {
        ...place,
        state: stateOf(row.decision ?? null, doubts, isSame, isNew),
        sealed: this.contents.seal(place, {
          title: row.read.title || (row.file ?? ''),
          cells: row.cells,
          doubts,
          passages: row.passages,
        }),
        contact: row.read.contact ? this.contents.sealContact(place, row.read.contact) : null,
        key,
        digest,
        knownId: match?.id ?? null,
        knownBy: match?.by ?? null,
        decision: row.decision ?? null,
        recordId: null,
        recordVersion: null,
        failure: null,
      };
    });
  }

  private keyOf({ kind, parkId }: ImportEntity, { identity }: Interpreted): Buffer | undefined {
    return identity === '' ? undefined : this.contents.digest(kind, parkId ?? '', identity);
  }

  /** Whether an earlier row of the same list is about the same thing. */
  private twin(seen: SeenRows, key: Buffer, number: number, digest: Buffer): 'same' | 'other' | undefined {
    const first = seen.get(key.toString('hex'));
    if (first === undefined || first.number === number) {
      seen.set(key.toString('hex'), { number, digest: digest.toString('hex') });
      return undefined;
    }
    return first.digest === digest.toString('hex') ? 'same' : 'other';
  }
}

function stateOf(
  decision: Decision | null,
  doubts: readonly RowDoubt[],
  isSame: boolean,
  isNew: boolean,
): RowState {
  if (decision === 'skip') return 'left-out';
  if (doubts.length > 0) return 'doubtful';
  if (decision === 'new') return 'ready';
  if (isSame) return 'same';
  return isNew && decision === null ? 'ready' : 'known';
}
