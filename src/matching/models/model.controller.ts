import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { ModelChoice } from './model-choice.service';
import { type ModelDetail, modelDetail, modelParams, type ModelView, modelView } from './model.schema';
import { viewOfModel } from './model.view';

const modelList = z.strictObject({ items: z.array(modelView) });

@ApiTags('matching')
@Controller('models')
@Allow('manager', 'auditor')
export class ModelController {
  constructor(private readonly models: ModelChoice) {}

  @Get()
  @ApiOkResponse({ standardSchema: modelList })
  async list(@CurrentActor() actor: Actor): Promise<{ items: ModelView[] }> {
    return { items: (await this.models.list(actor)).map(viewOfModel) };
  }

  @Get(':version')
  @ApiOkResponse({ standardSchema: modelDetail })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: modelParams }) { version }: z.infer<typeof modelParams>,
  ): Promise<ModelDetail> {
    return this.models.show(actor, version);
  }
}
