import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { type Choice, ModelChoice } from './model-choice.service';
import {
  modelChoice,
  type ModelDetail,
  modelDetail,
  modelParams,
  type ModelView,
  modelView,
  type NewWeights,
  newWeights,
  type WeightsDraft,
  weightsDraft,
  weightsEffectView,
} from './model.schema';
import { viewOfModel } from './model.view';
import type { WeightsEffect } from './weights-effect';
import { WeightsPreview } from './weights-preview.service';

const modelList = z.strictObject({ items: z.array(modelView) });

@ApiTags('matching')
@Controller('models')
@Allow('manager', 'auditor')
export class ModelController {
  constructor(
    private readonly models: ModelChoice,
    private readonly previews: WeightsPreview,
  ) {}

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

  /** What other weights would change, on stored shortlists and decisions. */
  @Post('weights/preview')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: weightsEffectView })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: weightsDraft }) draft: WeightsDraft,
  ): Promise<WeightsEffect> {
    return this.previews.of(actor, draft);
  }

  /** A new model with these weights; everything is matched anew with it. */
  @Post('weights')
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: modelChoice })
  reweigh(@CurrentActor() actor: Actor, @Body({ schema: newWeights }) input: NewWeights): Promise<Choice> {
    return this.models.reweigh(actor, input);
  }

  /** Back to the model before. */
  @Post('revert')
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: modelChoice })
  revert(@CurrentActor() actor: Actor): Promise<Choice> {
    return this.models.revert(actor);
  }
}
