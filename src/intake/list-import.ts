import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { ImportFiles } from './files/import-files';
import type { ImportKind } from './forms/form';
import { ImportProcessor } from './import.processor';
import { type Choices, type ImportView, type RowPage, rowsQuery } from './imports/import.schema';
import { ImportService } from './imports/import.service';
import { RowMending } from './imports/row-mending';
import { ListReader } from './reading/list-reader';
import { findLayout } from './table/layout';

export interface ListFile {
  /** 'needs': technology or hiring, as the headings say. */
  kind: ImportKind | 'needs';
  park?: string | undefined;
  fileName: string;
  content: Buffer;
}

export interface ListResult {
  list: ImportView;
  /** The first rows that are not in. */
  open: RowPage['items'];
  /** All of them as a file; undefined when there is none. */
  failures: Uint8Array | undefined;
}

const NEEDS = ['technology-needs', 'hiring-needs'] as const;
const HERE = { done: () => Promise.resolve(), isLast: false };

/** A list taken in at once, without waiting for a worker: for the command line. */
@Injectable()
export class ListImport {
  constructor(
    private readonly imports: ImportService,
    private readonly processor: ImportProcessor,
    private readonly mending: RowMending,
    private readonly files: ImportFiles,
    private readonly reader: ListReader,
  ) {}

  /** Reads the file and takes in what is ready; the rest stays to be mended on the screen or in the file it gives back. */
  async run(actor: Actor, { kind, ...file }: ListFile, choices: Choices): Promise<ListResult> {
    const { id } = await this.imports.send(actor, {
      ...file,
      kind: kind === 'needs' ? await this.needsOf(file.content) : kind,
      mediaType: 'application/octet-stream',
    });
    await this.processor.handlers['read-import']({ importId: id }, HERE);
    const read = await this.imports.get(actor, id);
    if ((read.counts.ready ?? 0) + (read.counts.known ?? 0) > 0) {
      await this.imports.run(actor, id, choices);
      await this.processor.handlers['run-import']({ importId: id }, HERE);
    }
    const list = await this.imports.get(actor, id);
    if (list.state === 'refused') return { list, open: [], failures: undefined };
    const query = rowsQuery.parse({ state: 'doubtful,failed', limit: 20 });
    const { items: open } = await this.mending.list(actor, id, query);
    return {
      list,
      open,
      failures: open.length > 0 ? await this.files.failures(actor, id, 'zh-CN') : undefined,
    };
  }

  private async needsOf(content: Buffer): Promise<ImportKind> {
    const { sheets } = await this.reader.read(content);
    return findLayout(sheets, NEEDS)?.layout.kind ?? 'technology-needs';
  }
}
