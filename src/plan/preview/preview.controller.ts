import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { ConflictService } from '../conflicts/conflict.service';
import { type CreditPreview, creditPreview } from './preview.schema';
import { PreviewService } from './preview.service';

@ApiTags('signings')
@Controller('signings/:id/credit-preview')
@Allow('manager', 'auditor', 'park-lead', 'officer')
export class PreviewController {
  constructor(
    private readonly previews: PreviewService,
    private readonly conflicts: ConflictService,
  ) {}

  /** What its confirmation would change. */
  @Get()
  @ApiOkResponse({ standardSchema: creditPreview })
  async get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<CreditPreview> {
    const preview = await this.previews.of(actor, id);
    return { ...preview, conflicts: await this.conflicts.list(actor, id) };
  }
}
