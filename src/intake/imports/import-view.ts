import type { Locale } from '../../common/locale';
import { findMessage } from '../../platform/http/messages/catalogue';
import { currentRequest } from '../../platform/http/request-context';
import { FORMS } from '../forms/forms';
import { textOf } from '../reading/cell';
import type { Notice } from '../table/read-table';
import type { ImportEntity } from './import.entity';
import type { ImportRowEntity, RowState } from './import-row.entity';
import type { ImportRowView, ImportView } from './import.schema';
import type { RowContent } from './row-content';

const locale = (): Locale => currentRequest()?.locale ?? 'zh-CN';

/** A code in the reader's words. */
export const sentenceOf = ({ code, params }: Notice, reader: Locale = locale()): string =>
  findMessage(code, reader, { ...params }) ?? code;

const noticeOf = (notice: Notice) => ({ code: notice.code, sentence: sentenceOf(notice) });

export function importViewOf(
  list: ImportEntity,
  park: string | null,
  counts: Partial<Record<RowState, number>>,
): ImportView {
  const { fields } = FORMS[list.kind];
  const labelOf = (field: string | null) => {
    const found = field === null ? undefined : fields[field];
    return found ? { zh: found.zh, en: found.en } : null;
  };
  return {
    id: list.id,
    kind: list.kind,
    state: list.state,
    fileName: list.fileName,
    park,
    createdBy: list.createdBy,
    sheet: list.sheet,
    sheets: list.sheets,
    columns: (list.layout?.columns ?? []).map((column) => ({ ...column, label: labelOf(column.field) })),
    fields: Object.entries(fields).map(([name, { zh, en, required }]) => ({
      name,
      label: { zh, en },
      required: required ?? false,
    })),
    notices: list.notices.map(noticeOf),
    failure: list.failure === null ? null : noticeOf({ code: list.failure }),
    choices: list.choices,
    total: list.total,
    done: list.done,
    counts,
    createdAt: list.createdAt.toISOString(),
    startedAt: list.startedAt?.toISOString() ?? null,
    finishedAt: list.finishedAt?.toISOString() ?? null,
    revertedAt: list.revertedAt?.toISOString() ?? null,
  };
}

export function rowViewOf(
  row: ImportRowEntity,
  content: RowContent | undefined,
  { layout }: Pick<ImportEntity, 'layout'>,
): ImportRowView {
  const cells =
    content &&
    Object.fromEntries(
      (layout?.columns ?? []).flatMap(({ field }, at) => {
        const cell = content.cells[at] ?? null;
        const shown =
          cell !== null && typeof cell === 'object' && 'formula' in cell ? cell.formula : textOf(cell);
        return field === null ? [] : [[field, shown] as const];
      }),
    );
  return {
    row: row.rowNo,
    state: row.state,
    title: content?.title ?? null,
    cells: cells ?? null,
    passages: content?.passages ?? null,
    doubts: (content?.doubts ?? []).map(({ column, level, code, params, suggestion }) => ({
      column,
      level,
      code,
      sentence: sentenceOf({ code, params }),
      suggestion: suggestion ?? null,
    })),
    known: row.knownBy === null ? null : { id: row.knownId, by: row.knownBy },
    decision: row.decision,
    recordId: row.recordId,
    failure: row.failure === null ? null : noticeOf({ code: row.failure }),
  };
}
