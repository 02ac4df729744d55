import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Locale } from '../../common/locale';
import { Database } from '../../platform/database/database';
import { FORMS } from '../forms/forms';
import { ImportDesk } from '../imports/import-desk';
import type { ImportRowEntity } from '../imports/import-row.entity';
import { ImportRowRepository } from '../imports/import-row.repository';
import { sentenceOf } from '../imports/import-view';
import { type RowContent, RowContents } from '../imports/row-content';
import { type FailedRow, failedRowsFile } from './failed-rows';

const BATCH = 2_000;

/** Files that an import gives back. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly rows: ImportRowRepository,
    private readonly contents: RowContents,
  ) {}

  /** The rows that are in doubt or were refused, with the reasons. */
  failures(actor: Actor, id: string, locale: Locale): Promise<Uint8Array> {
    return this.database.as(actor, async (tx) => {
      const states = ['preview', 'running', 'finished', 'reverted'] as const;
      const { layout, kind } = await this.desk.requireIn(id, states, tx);
      const failed: FailedRow[] = [];
      for (let after = 0; ;) {
        const rows = await this.rows.list(id, { states: ['doubtful', 'failed'], after, limit: BATCH }, tx);
        for (const row of rows) {
          const content = this.contents.open(row);
          if (content)
            failed.push({
              number: row.rowNo,
              cells: content.cells,
              reason: this.reasonOf(row, content, kind, locale),
            });
        }
        const last = rows.at(-1);
        if (!last) return failedRowsFile(layout, failed);
        after = last.rowNo;
      }
    });
  }

  private reasonOf(
    { failure }: ImportRowEntity,
    { doubts }: RowContent,
    kind: keyof typeof FORMS,
    locale: Locale,
  ): string {
    const { fields } = FORMS[kind];
    const words = doubts.map(({ column, suggestion, ...doubt }) => {
      const field = fields[column];
      const name = field ? `${locale === 'en' ? field.en : field.zh}: ` : '';
      return `${name}${sentenceOf(doubt, locale)}${suggestion === undefined ? '' : ` (${suggestion}?)`}`;
    });
    return [...words, ...(failure === null ? [] : [sentenceOf({ code: failure }, locale)])].join('; ');
  }
}
