import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import {
  duplicateRequest,
  type DuplicateRequest,
  duplicateView,
  type DuplicateView,
} from './duplicate.schema';
import { DuplicateService } from './duplicate.service';

@ApiTags('matching')
@Controller('near-duplicates')
export class DuplicateController {
  constructor(private readonly duplicates: DuplicateService) {}

  @Post()
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer', 'enterprise', 'project-owner')
  @ApiOkResponse({ standardSchema: duplicateView })
  find(
    @CurrentActor() actor: Actor,
    @Body({ schema: duplicateRequest }) draft: DuplicateRequest,
  ): Promise<DuplicateView> {
    return this.duplicates.find(actor, draft);
  }
}
