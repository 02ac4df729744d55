import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { type CreditPreview, creditPreview } from './preview.schema';
import { PreviewService } from './preview.service';

@ApiTags('signings')
@Controller('signings/:id/credit-preview')
@Allow('manager', 'auditor', 'park-lead', 'officer')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  /** What its confirmation would change. */
  @Get()
  @ApiOkResponse({ standardSchema: creditPreview })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<CreditPreview> {
    return this.previews.of(actor, id);
  }
}
