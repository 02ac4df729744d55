import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  type MessageEvent,
  Param,
  Patch,
  Post,
  Query,
  Sse,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiAcceptedResponse, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { MAX_FILE_BYTES } from '../../attachments/attachment.schema';
import { dispositionOf } from '../../attachments/file-name';
import type { Actor } from '../../common/actor';
import { InvalidInput } from '../../common/errors';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { ProgressStream } from '../../platform/database/progress-stream';
import { idParam, pageQuery, pageSchema } from '../../platform/http/query.schema';
import { currentRequest } from '../../platform/http/request-context';
import { withPings } from '../../platform/http/server-events';
import { ImportFiles } from '../files/import-files';
import { templateFile } from '../files/template';
import {
  type Choices,
  choices,
  type ChooseSheet,
  chooseSheet,
  importKind,
  type ImportRowView,
  importRowView,
  type ImportView,
  importView,
  type MendRow,
  mendRow,
  type Relabel,
  relabel,
  type RowPage,
  rowPage,
  type RowParams,
  rowParams,
  type RowsQuery,
  rowsQuery,
  type TakeSuggestions,
  takeSuggestions,
  type UploadImport,
  uploadImport,
} from './import.schema';
import { isAtRest } from './import-state';
import { ImportService } from './import.service';
import { RowMending } from './row-mending';

/** A file as multer holds it in memory. */
interface UploadedPart {
  originalname: string;
  mimetype: string;
  buffer: Buffer;
}

const LIMITS = { fileSize: MAX_FILE_BYTES, files: 1, fields: 3, fieldSize: 100, parts: 4 };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const pages = z.strictObject(pageQuery);
const templateParams = z.strictObject({ kind: importKind });
const localeNow = () => currentRequest()?.locale ?? 'zh-CN';

const spreadsheet = (content: Uint8Array, fileName: string) =>
  new StreamableFile(content, { type: XLSX, length: content.length, disposition: dispositionOf(fileName) });

@ApiTags('imports')
@Controller('imports')
@Allow('manager', 'park-lead', 'officer')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly mending: RowMending,
    private readonly files: ImportFiles,
    private readonly progress: ProgressStream,
  ) {}

  /** multipart/form-data: the list as `file`, .xlsx or .csv, a .docx or .pdf, or a .zip of these, at most 20 MB. It is read in the background. */
  @Post()
  @HttpCode(202)
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS, defParamCharset: 'utf8' }))
  @ApiConsumes('multipart/form-data')
  @ApiAcceptedResponse({ standardSchema: importView })
  send(
    @CurrentActor() actor: Actor,
    @UploadedFile() part: UploadedPart | undefined,
    @Body({ schema: uploadImport }) fields: UploadImport,
  ): Promise<ImportView> {
    if (!part) throw new InvalidInput('ATTACHMENT.EMPTY', 'The form has no part named file');
    const { originalname: fileName, mimetype: mediaType, buffer: content } = part;
    return this.imports.send(actor, { ...fields, fileName, mediaType, content });
  }

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(importView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pages }) query: z.infer<typeof pages>,
  ): Promise<Page<ImportView>> {
    return this.imports.list(actor, query);
  }

  /** An empty list to be filled in, in the reader's language. */
  @Get('templates/:kind')
  @ApiProduces(XLSX)
  async template(
    @Param({ schema: templateParams }) { kind }: z.infer<typeof templateParams>,
  ): Promise<StreamableFile> {
    return spreadsheet(await templateFile(kind, localeNow()), `${kind}.xlsx`);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: importView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ImportView> {
    return this.imports.get(actor, id);
  }

  /** The import after each step of its reading, its run or its reversal. */
  @Sse(':id/events')
  events(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Observable<MessageEvent> {
    const views = this.progress.watch('imports', () => this.imports.get(actor, id), isAtRest);
    return withPings(views.pipe(map((view) => ({ id: `${view.done}`, type: 'import', data: view }))));
  }

  /** Which column of the form each column of the file is; the rows are read anew. */
  @Post(':id/columns')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: importView })
  relabel(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: relabel }) { columns }: Relabel,
  ): Promise<ImportView> {
    return this.imports.relabel(actor, id, columns);
  }

  /** Another sheet of the file; its rows take the place of those read before. */
  @Post(':id/sheet')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: importView })
  chooseSheet(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: chooseSheet }) { sheet }: ChooseSheet,
  ): Promise<ImportView> {
    return this.imports.chooseSheet(actor, id, sheet);
  }

  @Get(':id/rows')
  @ApiOkResponse({ standardSchema: rowPage })
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Query({ schema: rowsQuery }) query: RowsQuery,
  ): Promise<RowPage> {
    return this.mending.list(actor, id, query);
  }

  @Patch(':id/rows/:row')
  @ApiOkResponse({ standardSchema: importRowView })
  mend(
    @CurrentActor() actor: Actor,
    @Param({ schema: rowParams }) { id, row }: RowParams,
    @Body({ schema: mendRow }) mended: MendRow,
  ): Promise<ImportRowView> {
    return this.mending.mend(actor, id, row, mended);
  }

  @Post(':id/suggestions')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: z.object({ mended: z.int() }) })
  takeSuggestions(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: takeSuggestions }) which: TakeSuggestions,
  ): Promise<{ mended: number }> {
    return this.mending.takeSuggestions(actor, id, which);
  }

  /** Takes in the rows that are ready; the others stay and can be mended and run later. */
  @Post(':id/run')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: importView })
  run(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: choices }) chosen: Choices,
  ): Promise<ImportView> {
    return this.imports.run(actor, id, chosen);
  }

  /** The rows that are not in, with their reasons, to be mended and sent again. */
  @Get(':id/failures')
  @ApiProduces(XLSX)
  @Header('X-Content-Type-Options', 'nosniff')
  async failures(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<StreamableFile> {
    return spreadsheet(await this.files.failures(actor, id, localeNow()), '未导入.xlsx');
  }

  @Post(':id/revert')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: importView })
  revert(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: z.strictObject({}) }) _body: object,
  ): Promise<ImportView> {
    return this.imports.revert(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  discard(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<void> {
    return this.imports.discard(actor, id);
  }
}
