import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Database } from '../../platform/database/database';
import type { PartWeights } from '../engine/model';
import type { PairKind } from '../engine/pair-kind';
import { ModelService } from './model.service';
import type { WeightsDraft } from './model.schema';
import { WeightsRepository } from './weights.repository';
import { weightsEffect, type WeightsEffect } from './weights-effect';

/** What other weights would make of what is stored, before anything is scored with them. */
@Injectable()
export class WeightsPreview {
  constructor(
    private readonly database: Database,
    private readonly stored: WeightsRepository,
    private readonly models: ModelService,
  ) {}

  async of(actor: Actor, { pairKind, weights }: WeightsDraft): Promise<WeightsEffect> {
    const { lists, decided } = await this.database.as(actor, async (tx) => ({
      lists: await this.stored.lists(pairKind, tx),
      decided: await this.stored.decided(pairKind, tx),
    }));
    const weightsOf = await this.weightsBy([...lists, ...decided], pairKind);
    const { calibration } = (await this.models.getCurrent()).values;
    return weightsEffect(
      lists.map(({ model, entries }) => ({ weights: weightsOf(model), entries })),
      decided.map(({ model, ...pair }) => ({ ...pair, weights: weightsOf(model) })),
      weights,
      calibration[pairKind],
    );
  }

  private async weightsBy(
    rows: readonly { model: number }[],
    pairKind: PairKind,
  ): Promise<(model: number) => PartWeights> {
    const known = new Map<number, PartWeights>();
    for (const version of new Set(rows.map(({ model }) => model)))
      known.set(version, (await this.models.get(version)).weightsOf(pairKind));
    return (model) => known.get(model) as PartWeights;
  }
}
