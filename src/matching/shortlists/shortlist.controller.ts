import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { shortlistParams, type ShortlistParams, shortlistView, type ShortlistView } from './shortlist.schema';
import { ShortlistService } from './shortlist.service';

@ApiTags('matching')
@Controller('shortlists')
export class ShortlistController {
  constructor(private readonly shortlists: ShortlistService) {}

  @Get(':pairKind/:demandId')
  @Allow('manager', 'park-lead', 'officer', 'auditor')
  @ApiOkResponse({ standardSchema: shortlistView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: shortlistParams }) { pairKind, demandId }: ShortlistParams,
  ): Promise<ShortlistView> {
    return this.shortlists.get(actor, demandId, pairKind);
  }
}
