import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../identity/access.decorator';
import { Readiness } from '../platform/health/readiness';

/** For whoever starts, watches and balances processes. */
@ApiExcludeController()
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs; says nothing about what it depends on. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** 200 when requests can be served, else 503. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const checks = await this.readiness.ask();
    const ready = Object.values(checks).every((verdict) => verdict === 'ok');
    response.status(ready ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return { status: ready ? 'ok' : 'failed', checks };
  }
}
