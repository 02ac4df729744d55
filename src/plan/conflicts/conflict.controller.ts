import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import {
  type ConflictView,
  conflictView,
  type KnownQuery,
  knownQuery,
  type KnownSigning,
  knownSigning,
} from './conflict.schema';
import { ConflictService } from './conflict.service';

@ApiTags('signings')
@Controller('conflicts')
@Allow('manager', 'auditor', 'park-lead', 'officer')
export class ConflictController {
  constructor(private readonly conflicts: ConflictService) {}

  /** Subjects that more than one live signing is about. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(conflictView) })
  list(@CurrentActor() actor: Actor): Promise<ConflictView[]> {
    return this.conflicts.list(actor);
  }

  /** Who signed the same already, asked before another signing of it is recorded. */
  @Get('known')
  @ApiOkResponse({ standardSchema: z.array(knownSigning) })
  known(
    @CurrentActor() actor: Actor,
    @Query({ schema: knownQuery }) named: KnownQuery,
  ): Promise<KnownSigning[]> {
    return this.conflicts.known(actor, named);
  }
}
