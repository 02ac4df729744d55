import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { NotSignedIn } from '../common/errors';
import { type CallerRequest, Public } from '../identity/access.decorator';
import { Metrics } from '../platform/metrics/metrics';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** For Prometheus: from this machine as it is, from elsewhere for a manager. */
@ApiExcludeController()
@Controller('metrics')
@Public()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Req() request: CallerRequest, @Res() response: Response): Promise<void> {
    const near = LOOPBACK.test(request.socket.remoteAddress ?? '') && !request.get('x-forwarded-for');
    if (!near && request.caller?.actor.role !== 'manager') {
      throw new NotSignedIn('AUTH.REQUIRED', 'Nobody is signed in');
    }
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
