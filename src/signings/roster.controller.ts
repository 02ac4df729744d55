import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { idParam } from '../platform/http/query.schema';
import { type RecordRoster, recordRoster, type RosterLineView, rosterLineView } from './roster.schema';
import { RosterService } from './roster.service';
import { type SigningView, signingView } from './signing.view';

@ApiTags('signings')
@Controller('signings')
@Allow('manager', 'park-lead', 'officer')
export class RosterController {
  constructor(private readonly rosters: RosterService) {}

  /** Batch signing from a roster; refused lines are all named, and nothing is written unless every line is taken. */
  @Post('roster')
  @ApiCreatedResponse({ standardSchema: signingView })
  record(
    @CurrentActor() actor: Actor,
    @Body({ schema: recordRoster }) roster: RecordRoster,
  ): Promise<SigningView> {
    return this.rosters.record(actor, roster);
  }

  @Get(':id/roster')
  @ApiOkResponse({ standardSchema: z.array(rosterLineView) })
  list(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<RosterLineView[]> {
    return this.rosters.list(actor, id);
  }
}
