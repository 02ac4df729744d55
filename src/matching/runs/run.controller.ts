import { Body, Controller, Get, HttpCode, Param, Post, Sse, type MessageEvent } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { ProgressStream } from '../../platform/database/progress-stream';
import { withPings } from '../../platform/http/server-events';
import { runParams, type RunView } from './run.schema';
import { RunService } from './run.service';
import { isOver, viewOfRun } from './run.view';

@Controller('match-runs')
@Allow('manager', 'officer', 'park-lead', 'auditor')
export class RunController {
  constructor(
    private readonly runs: RunService,
    private readonly progress: ProgressStream,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('manager')
  async start(
    @CurrentActor() actor: Actor,
    @Body({ schema: z.strictObject({}) }) _body: object,
  ): Promise<RunView> {
    return viewOfRun(await this.runs.start(actor));
  }

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<{ items: RunView[] }> {
    return { items: (await this.runs.list(actor)).map(viewOfRun) };
  }

  @Get(':id')
  async get(
    @CurrentActor() actor: Actor,
    @Param({ schema: runParams }) { id }: z.infer<typeof runParams>,
  ): Promise<RunView> {
    return viewOfRun(await this.runs.get(actor, id));
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Allow('manager')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param({ schema: runParams }) { id }: z.infer<typeof runParams>,
  ): Promise<RunView> {
    return viewOfRun(await this.runs.cancel(actor, id));
  }

  @Sse(':id/events')
  events(
    @CurrentActor() actor: Actor,
    @Param({ schema: runParams }) { id }: z.infer<typeof runParams>,
  ): Observable<MessageEvent> {
    const runs = this.progress.watch('match_runs', () => this.runs.get(actor, id), isOver);
    return withPings(runs.pipe(map((run) => ({ id: `${run.done}`, type: 'run', data: viewOfRun(run) }))));
  }
}
