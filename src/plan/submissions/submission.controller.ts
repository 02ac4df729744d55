import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { pageSchema } from '../../platform/http/query.schema';
import { planParam } from '../plan.schema';
import { SubmissionReader } from './submission-reader';
import {
  type NewSubmission,
  newSubmission,
  type SubmissionParam,
  submissionParam,
  type SubmissionRowsQuery,
  submissionRowsQuery,
  type SubmissionRowView,
  submissionRowView,
  type SubmissionView,
  submissionView,
} from './submission.schema';
import { SubmissionService } from './submission.service';

@ApiTags('plans')
@Controller('plans/:code/submissions')
@Allow('manager', 'park-lead', 'officer', 'commission', 'auditor')
export class SubmissionController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly reader: SubmissionReader,
  ) {}

  /** Signs and freezes what stands at a cut-off. */
  @Post()
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: submissionView })
  async create(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Body({ schema: newSubmission }) input: NewSubmission,
  ): Promise<SubmissionView> {
    const id = await this.submissions.create(actor, code, input);
    return this.reader.get(actor, { code, id });
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(submissionView) })
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
  ): Promise<SubmissionView[]> {
    return this.reader.list(actor, code);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: submissionView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: submissionParam }) at: SubmissionParam,
  ): Promise<SubmissionView> {
    return this.reader.get(actor, at);
  }

  @Get(':id/rows')
  @ApiOkResponse({ standardSchema: pageSchema(submissionRowView) })
  rows(
    @CurrentActor() actor: Actor,
    @Param({ schema: submissionParam }) at: SubmissionParam,
    @Query({ schema: submissionRowsQuery }) query: SubmissionRowsQuery,
  ): Promise<Page<SubmissionRowView>> {
    return this.reader.rows(actor, at, query);
  }
}
