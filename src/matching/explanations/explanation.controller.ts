import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import {
  explanationParams,
  type ExplanationParams,
  explanationView,
  type ExplanationView,
} from './explanation.schema';
import { ExplanationService } from './explanation.service';

@ApiTags('matching')
@Controller('explanations')
export class ExplanationController {
  constructor(private readonly explanations: ExplanationService) {}

  @Get(':pairKind/:demandId/:supplyId')
  @Allow('manager', 'park-lead', 'officer', 'auditor')
  @ApiOkResponse({ standardSchema: explanationView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: explanationParams }) pair: ExplanationParams,
  ): Promise<ExplanationView> {
    return this.explanations.explain(actor, pair);
  }
}
