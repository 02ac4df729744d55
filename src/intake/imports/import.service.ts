import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentService } from '../../attachments/attachment.service';
import type { Actor } from '../../common/actor';
import { InvalidInput, RuleBroken } from '../../common/errors';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { AuditService } from '../../identity/audit/audit.service';
import { ParkService } from '../../organisations/park.service';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import { Placement } from '../../records/placement';
import type { ImportKind } from '../forms/form';
import { isDocumentKind } from '../documents/labels';
import { fileKindOf, isListFile } from '../reading/file-kind';
import { ImportDesk } from './import-desk';
import type { ImportEntity } from './import.entity';
import { ImportRepository } from './import.repository';
import { ImportRowRepository } from './import-row.repository';
import type { Choices, ImportView } from './import.schema';
import { importViewOf } from './import-view';

export interface SentList {
  kind: ImportKind;
  /** A park's code. */
  park?: string | undefined;
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** Lists that people send: taken in, looked at, run, taken back. The work itself is done in the background. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly rows: ImportRowRepository,
    private readonly desk: ImportDesk,
    private readonly placement: Placement,
    private readonly parks: ParkService,
    private readonly attachments: AttachmentService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /**
   * Keeps the file and has it read.
   * @throws 400 IMPORT.OLD_SPREADSHEET, IMPORT.NOT_A_LIST, IMPORT.ARCHIVE, IMPORT.ENCRYPTED; as a record's park may be refused
   */
  async send(actor: Actor, { kind, park, ...file }: SentList): Promise<ImportView> {
    const fileKind = await fileKindOf(file.content);
    if (!isListFile(fileKind) && !isDocumentKind(kind))
      throw new InvalidInput('IMPORT.NOT_A_LIST', 'Such a list is no document');
    return this.database.asOne(actor, async (tx) => {
      const { parkId } = await this.placement.of(actor, { park }, tx);
      const { id: attachmentId, fileName } = await this.attachments.upload(actor, {
        ...file,
        personal: true,
      });
      const list: ImportEntity = {
        id: newId(),
        kind,
        state: 'reading',
        fileName,
        attachmentId,
        parkId,
        createdBy: actor.userId,
        sheet: null,
        sheets: [],
        layout: null,
        notices: [],
        choices: null,
        failure: null,
        total: 0,
        done: 0,
        createdAt: this.desk.now(),
        startedAt: null,
        finishedAt: null,
        revertedAt: null,
      };
      await this.imports.insert(list, tx);
      const subject = {
        kind: 'import',
        id: list.id,
        organisationId: null,
        parkId,
        visibility: 'sealed' as const,
      };
      await this.attachments.attach(attachmentId, subject, tx);
      await this.outbox.enqueue('read-import', { importId: list.id }, tx);
      return this.view(list, tx);
    });
  }

  get(actor: Actor, id: string): Promise<ImportView> {
    return this.database.as(actor, async (tx) => this.view(await this.desk.require(id, tx), tx));
  }

  list(actor: Actor, page: { cursor?: string; limit: number }): Promise<Page<ImportView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.imports.page(page, tx);
      const views = [];
      for (const item of items) views.push(await this.view(item, tx));
      return { items: views, nextCursor };
    });
  }

  /** Has the rows that are ready taken in. @throws 409 IMPORT.STATE; 422 IMPORT.SOURCE_MISSING, IMPORT.ROSTER_SCAN, IMPORT.NOTHING_TO_DO */
  run(actor: Actor, id: string, choices: Choices): Promise<ImportView> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.requireIn(id, ['preview', 'finished'], tx);
      if (list.kind === 'talents' && !choices.people)
        throw new RuleBroken('IMPORT.SOURCE_MISSING', 'A list of people names its source');
      if (list.kind === 'rosters' && !choices.roster)
        throw new RuleBroken('IMPORT.ROSTER_SCAN', 'A roster needs its scan');
      const { ready = 0, known = 0 } = await this.rows.counts(id, tx);
      if (ready + known === 0) throw new RuleBroken('IMPORT.NOTHING_TO_DO', 'No row is ready');
      const startedAt = this.desk.now();
      const begun = {
        state: 'running' as const,
        choices,
        startedAt,
        finishedAt: null,
        failure: null,
        done: 0,
        total: ready + known,
      };
      await this.desk.move(id, ['preview', 'finished'], begun, tx);
      await this.outbox.enqueue('run-import', { importId: id }, tx);
      const detail = { kind: list.kind, rows: ready + known, basis: choices.people?.basis ?? '' };
      await this.audit.record(actor, 'import.run', { subjectKind: 'import', subjectId: id, detail }, tx);
      return this.view(await this.desk.require(id, tx), tx);
    });
  }

  /** @throws 409 IMPORT.STATE; 422 IMPORT.ROSTER_REVERT */
  revert(actor: Actor, id: string): Promise<ImportView> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.requireIn(id, ['finished'], tx);
      if (list.kind === 'rosters') throw new RuleBroken('IMPORT.ROSTER_REVERT', 'Void the signing instead');
      const { created = 0, updated = 0, merged = 0 } = await this.rows.counts(id, tx);
      const begun = { state: 'reverting' as const, done: 0, total: created + updated + merged };
      await this.desk.move(id, ['finished'], begun, tx);
      await this.outbox.enqueue('revert-import', { importId: id }, tx);
      await this.audit.record(actor, 'import.revert', { subjectKind: 'import', subjectId: id }, tx);
      return this.view(await this.desk.require(id, tx), tx);
    });
  }

  /** Reads the rows anew under other columns. @throws 409; 400 IMPORT.UNKNOWN_COLUMN */
  relabel(actor: Actor, id: string, columns: readonly (string | null)[]): Promise<ImportView> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.requireIn(id, ['preview'], tx);
      const { fields } = importViewOf(list, null, {});
      const known = new Set(fields.map(({ name }) => name));
      const named = columns.filter((field) => field !== null);
      if (
        columns.length !== list.layout.columns.length ||
        named.some((field) => !known.has(field)) ||
        new Set(named).size !== named.length
      )
        throw new InvalidInput('IMPORT.UNKNOWN_COLUMN', 'The list has no such column');
      const layout = {
        ...list.layout,
        columns: list.layout.columns.map((column, at) => {
          const field = columns[at] ?? null;
          if (column.use === 'protected') return column;
          if (field !== null) return { ...column, field, use: 'read' as const };
          return {
            ...column,
            field: null,
            use: column.heading === '' ? ('ignored' as const) : ('kept' as const),
          };
        }),
      };
      await this.desk.move(id, ['preview'], { state: 'reading', layout, done: 0 }, tx);
      await this.outbox.enqueue('read-import', { importId: id }, tx);
      return this.view(await this.desk.require(id, tx), tx);
    });
  }

  /** Reads another sheet of the file instead. @throws 404; 409 IMPORT.STATE; 422 IMPORT.UNKNOWN_SHEET */
  chooseSheet(actor: Actor, id: string, sheet: string): Promise<ImportView> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.require(id, tx);
      if (!list.sheets.includes(sheet))
        throw new RuleBroken('IMPORT.UNKNOWN_SHEET', 'The file has no such sheet');
      const begun = {
        state: 'reading' as const,
        sheet,
        layout: null,
        failure: null,
        finishedAt: null,
        total: 0,
        done: 0,
      };
      await this.desk.move(id, ['preview', 'refused'], begun, tx);
      await this.rows.removeAll(id, tx);
      await this.outbox.enqueue('read-import', { importId: id }, tx);
      return this.view(await this.desk.require(id, tx), tx);
    });
  }

  /** Forgets a list that was not run. @throws 409 IMPORT.STATE */
  discard(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const list = await this.desk.require(id, tx);
      await this.desk.move(id, ['preview', 'refused'], { state: list.state }, tx);
      await this.imports.remove(id, tx);
    });
  }

  async view(list: ImportEntity, tx: EntityManager): Promise<ImportView> {
    const parks = await this.parks.list(tx);
    const park = parks.find(({ id }) => id === list.parkId)?.code ?? null;
    return importViewOf(list, park, await this.rows.counts(list.id, tx));
  }
}
