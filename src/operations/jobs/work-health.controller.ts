import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { WORKER } from '../../common/actor';
import { Public } from '../../identity/access.decorator';
import { Database } from '../../platform/database/database';
import { OutboxDeskRepository } from '../../queues/outbox-desk.repository';

/** Workers take a job within seconds, or within minutes while many were asked for at once. */
const LATE_AFTER_SECONDS = 300;

/** Whether background work gets done, which no running process can say of itself. */
@ApiExcludeController()
@Controller('health/work')
@Public()
export class WorkHealthController {
  constructor(
    private readonly database: Database,
    private readonly desk: OutboxDeskRepository,
  ) {}

  /** 503 when a job has been due for five minutes and nobody works on it, or one was set aside: somebody has to look. */
  @Get()
  async work(@Res({ passthrough: true }) response: Response) {
    const { oldestSeconds, quarantined } = await this.database.as(WORKER, (tx) => this.desk.lag(tx));
    const status = oldestSeconds > LATE_AFTER_SECONDS ? 'late' : quarantined > 0 ? 'set aside' : 'ok';
    response.status(status === 'ok' ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return { status, oldestSeconds: Math.round(oldestSeconds), quarantined };
  }
}
