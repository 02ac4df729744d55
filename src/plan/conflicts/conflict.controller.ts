import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { type ConflictView, conflictView } from './conflict.schema';
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
}
