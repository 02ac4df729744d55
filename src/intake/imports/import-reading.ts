import { Injectable } from '@nestjs/common';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import { AttachmentService } from '../../attachments/attachment.service';
import type { Actor } from '../../common/actor';
import { DomainError, InvalidInput } from '../../common/errors';
import { Database } from '../../platform/database/database';
import { DocumentReader } from '../documents/document-reader';
import { type DocumentKind, isDocumentKind } from '../documents/labels';
import {
  type DocumentRow,
  layoutOfDocuments,
  NO_FIELDS,
  rowsOfDocument,
  rowsOfForms,
} from '../documents/rows-of-document';
import { fileKindOf, isListFile } from '../reading/file-kind';
import { ListReader } from '../reading/list-reader';
import { SimilarRecords, type Resemblance } from '../similar/similar-records';
import { interpretRow } from '../table/interpret-row';
import { readTable, type Table } from '../table/read-table';
import { ImportDesk, type LaidOut } from './import-desk';
import type { ImportEntity } from './import.entity';
import { ImportRepository } from './import.repository';
import { ImportRowRepository } from './import-row.repository';
import { RowCheck, type GivenRow, type SeenRows } from './row-check';
import { RowContents } from './row-content';

const BATCH = 500;

/** Reads a list's file, or its rows anew under other columns, and says what is to become of each row. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly imports: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly contents: RowContents,
    private readonly attachments: AttachmentService,
    private readonly reader: ListReader,
    private readonly documents: DocumentReader,
    private readonly similar: SimilarRecords,
    private readonly rowCheck: RowCheck,
  ) {}

  /** Goes through the whole list; a second time does it all again. A file that is refused ends the import. */
  async run(id: string): Promise<void> {
    const job = await this.desk.openJob(id);
    if (job?.list.state !== 'reading') return;
    const { actor, list } = job;
    const { attachmentId } = list;
    // A list that nobody went on with in all that time.
    if (attachmentId === null) return;
    try {
      if (list.layout === null) await this.readFile(actor, list, attachmentId);
      else await this.readAgain(actor, list as LaidOut);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      const refused = { state: 'refused' as const, failure: error.code, finishedAt: this.desk.now() };
      await this.database.as(actor, (tx) => this.imports.change(id, ['reading'], refused, tx));
    }
  }

  private async readFile(actor: Actor, list: ImportEntity, attachmentId: string): Promise<void> {
    const { content } = await this.attachments.open(actor, attachmentId);
    const fileKind = await fileKindOf(content);
    if (!isListFile(fileKind)) return this.readDocuments(actor, list, content, fileKind === 'archive');
    const workbook = await this.reader.read(content);
    const sheets = workbook.sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
    await this.database.as(actor, (tx) => this.imports.change(list.id, ['reading'], { sheets }, tx));
    const { kind } = list;
    if (isDocumentKind(kind) && list.sheet === null) {
      const forms = rowsOfForms(kind, workbook, list.fileName);
      if (forms) return this.settleDocuments(actor, list, kind, forms);
    }
    const { sheet, layout, rows, notices } = readTable(workbook, [kind], list.sheet);
    await this.settle(actor, { ...list, layout, sheet, notices: [...notices] }, rows);
  }

  /** CVs or proposals are a list with a row each, and with the passage that each field was found in. */
  private async readDocuments(
    actor: Actor,
    list: ImportEntity,
    content: Buffer,
    isArchive: boolean,
  ): Promise<void> {
    const { kind } = list;
    if (!isDocumentKind(kind)) throw new InvalidInput('IMPORT.NOT_A_LIST', 'Such a list is no document');
    const documents = isArchive
      ? await this.documents.readAll(content)
      : [{ name: list.fileName, text: await this.documents.read(content) }];
    const rows = documents.flatMap((document) => rowsOfDocument(kind, document));
    const [first] = rows;
    if (rows.every(({ refusal }) => refusal !== undefined))
      throw new InvalidInput(first?.refusal ?? NO_FIELDS, 'No document says anything of the form');
    await this.settleDocuments(actor, list, kind, rows);
  }

  private settleDocuments(
    actor: Actor,
    list: ImportEntity,
    kind: DocumentKind,
    rows: readonly DocumentRow[],
  ): Promise<void> {
    const numbered = rows.map((row, at) => ({ number: at + 1, ...row }));
    return this.settle(actor, { ...list, layout: layoutOfDocuments(kind) }, numbered);
  }

  /** Under columns that a person gave; the cells are those kept from the file. */
  private async readAgain(actor: Actor, list: LaidOut): Promise<void> {
    const rows: GivenRow[] = [];
    await this.database.as(actor, async (tx) => {
      for (let after = 0; ;) {
        const batch = await this.rows.list(list.id, { after, limit: 2_000 }, tx);
        for (const row of batch)
          rows.push({
            number: row.rowNo,
            cells: this.contents.open(row)?.cells ?? [],
            decision: row.decision,
            passages: this.contents.open(row)?.passages,
          });
        const last = batch.at(-1);
        if (!last) return;
        after = last.rowNo;
      }
    });
    await this.settle(actor, list, rows);
  }

  /** The layout is stored last: while there is none, a lost worker's reading begins anew. */
  private async settle(actor: Actor, list: LaidOut, rows: Table['rows'] | GivenRow[]): Promise<void> {
    const { id, layout, sheet, notices } = list;
    await this.database.as(actor, (tx) =>
      this.imports.change(id, ['reading'], { total: rows.length, done: 0 }, tx),
    );
    const alike = await this.alike(actor, list, rows);
    const seen: SeenRows = new Map();
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows
        .slice(at, at + BATCH)
        .map((row): GivenRow => ({ ...row, resembles: alike.get(row.number) }));
      await this.database.as(actor, async (tx) => {
        await this.rows.put(await this.rowCheck.check(list, batch, seen, tx), tx);
        await this.imports.advance(id, batch.length, tx);
      });
    }
    const read = { state: 'preview' as const, layout, sheet, notices };
    await this.database.as(actor, (tx) => this.imports.change(id, ['reading'], read, tx));
  }

  private async alike(
    actor: Actor,
    list: LaidOut,
    rows: readonly GivenRow[],
  ): Promise<Map<number, Resemblance>> {
    const texts = [];
    for (const [at, { number, cells }] of rows.entries()) {
      if (at % BATCH === 0) await yieldTurn();
      const { title, draft } = interpretRow(list.layout, cells);
      const text = (draft?.record as { text?: string } | undefined)?.text;
      if (text !== undefined) texts.push({ number, title, text, owner: draft?.organisation?.name ?? '' });
    }
    return this.similar.find(actor, list.kind, texts);
  }
}
