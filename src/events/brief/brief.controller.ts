import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { SESSION_READERS } from '../sessions/session-rights';
import { type BriefView, briefView } from './brief.schema';
import { BriefService } from './brief.service';

@ApiTags('events')
@Controller('activity-sessions/:id/brief')
export class BriefController {
  constructor(private readonly briefs: BriefService) {}

  /** 快报: what the day brought. */
  @Get()
  @Allow(...SESSION_READERS)
  @ApiOkResponse({ standardSchema: briefView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<BriefView> {
    return this.briefs.get(actor, id);
  }
}
