import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { alertView, type AlertView, createAlert, type CreateAlert } from './alert.schema';
import { AlertService } from './alert.service';

@ApiTags('notices')
@Controller('match-alerts')
@Allow('manager', 'park-lead', 'officer')
export class AlertController {
  constructor(private readonly alerts: AlertService) {}

  /** The reader's own. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(alertView) })
  list(@CurrentActor() actor: Actor): Promise<AlertView[]> {
    return this.alerts.list(actor);
  }

  /** Tells the reader from now on when something of so many points arrives in a shortlist. */
  @Post()
  @ApiOkResponse({ standardSchema: z.array(alertView) })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createAlert }) body: CreateAlert,
  ): Promise<AlertView[]> {
    return this.alerts.create(actor, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: z.array(alertView) })
  remove(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<AlertView[]> {
    return this.alerts.remove(actor, id);
  }
}
