import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { type ShortlistParams, shortlistParams } from '../matching/shortlists/shortlist.schema';
import { PLAN_READERS } from '../plan/plan-readers';
import { idParam } from '../platform/http/query.schema';
import type { Report } from './content/report';
import { ShortlistReport } from './content/shortlist-report';
import { reportFile } from './files/report-file';
import { KeptReportService } from './kept/kept-report.service';
import {
  type FileQuery,
  fileQuery,
  type KeptQuery,
  keptQuery,
  type KeptReportView,
  keptReportView,
  type ReportFileQuery,
  reportFileQuery,
  type ReportParam,
  reportParam,
  type ReportQuery,
  reportQuery,
  reportView,
} from './report.schema';
import { ReportService } from './report.service';

@ApiTags('reports')
@Controller('reports')
@Allow(...PLAN_READERS)
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly shortlists: ShortlistReport,
    private readonly kept: KeptReportService,
  ) {}

  /** Weekly reports that were made by themselves, the latest first. */
  @Get('kept')
  @ApiOkResponse({ standardSchema: z.array(keptReportView) })
  listKept(
    @CurrentActor() actor: Actor,
    @Query({ schema: keptQuery }) { plan }: KeptQuery,
  ): Promise<KeptReportView[]> {
    return this.kept.list(actor, plan);
  }

  @Get('kept/:id')
  @ApiOkResponse({ standardSchema: reportView })
  getKept(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<Report> {
    return this.kept.get(actor, id);
  }

  @Get('kept/:id/file')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/octet-stream')
  async keptFile(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Query({ schema: fileQuery }) { format }: FileQuery,
  ): Promise<StreamableFile> {
    return reportFile(await this.kept.get(actor, id), format);
  }

  @Get('shortlists/:pairKind/:demandId/file')
  @Allow('manager', 'park-lead', 'officer', 'auditor')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/octet-stream')
  async shortlistFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: shortlistParams }) at: ShortlistParams,
    @Query({ schema: fileQuery }) { format }: FileQuery,
  ): Promise<StreamableFile> {
    return reportFile(await this.shortlists.of(actor, at), format);
  }

  /** A report as data, to be looked at. */
  @Get(':kind')
  @ApiOkResponse({ standardSchema: reportView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: reportParam }) { kind }: ReportParam,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ): Promise<Report> {
    return this.reports.make(actor, kind, query);
  }

  /** The same as .xlsx, .docx or .csv. */
  @Get(':kind/file')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/octet-stream')
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: reportParam }) { kind }: ReportParam,
    @Query({ schema: reportFileQuery }) { format, ...query }: ReportFileQuery,
  ): Promise<StreamableFile> {
    return reportFile(await this.reports.make(actor, kind, query), format);
  }
}
