import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { ConflictService } from '../conflicts/conflict.service';
import { type CreditPreview, creditPreview, type SigningCredit, signingCredit } from './preview.schema';
import { PreviewService } from './preview.service';
import { SigningCredits } from './signing-credits.service';

@ApiTags('signings')
@Controller('signings/:id')
@Allow('manager', 'auditor', 'park-lead', 'officer')
export class PreviewController {
  constructor(
    private readonly previews: PreviewService,
    private readonly conflicts: ConflictService,
    private readonly credits: SigningCredits,
  ) {}

  /** What its confirmation would change. */
  @Get('credit-preview')
  @ApiOkResponse({ standardSchema: creditPreview })
  async get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<CreditPreview> {
    const preview = await this.previews.of(actor, id);
    return { ...preview, conflicts: await this.conflicts.list(actor, id) };
  }

  /** What it counts for, target by target. */
  @Get('credits')
  @ApiOkResponse({ standardSchema: z.array(signingCredit) })
  counted(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SigningCredit[]> {
    return this.credits.of(actor, id);
  }
}
