import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { pageSchema } from '../../platform/http/query.schema';
import {
  type JobQuery,
  jobQuery,
  jobSchema,
  jobSummarySchema,
  type RetryJobs,
  retriedSchema,
  retryJobs,
} from './job.schema';
import { JobService } from './job.service';

/** Background jobs, for whoever runs the platform. */
@ApiTags('operations')
@Controller('jobs')
@Allow('manager')
export class JobController {
  constructor(private readonly jobs: JobService) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(jobSchema) })
  list(@CurrentActor() actor: Actor, @Query({ schema: jobQuery }) query: JobQuery) {
    return this.jobs.list(actor, query);
  }

  @Get('summary')
  @ApiOkResponse({ standardSchema: jobSummarySchema })
  summary(@CurrentActor() actor: Actor) {
    return this.jobs.summary(actor);
  }

  @Post('retry')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: retriedSchema })
  async retry(@CurrentActor() actor: Actor, @Body({ schema: retryJobs }) { ids }: RetryJobs) {
    return { retried: await this.jobs.retry(actor, ids) };
  }
}
