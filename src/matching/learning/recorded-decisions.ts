import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { groupBy } from '../../common/group-by';
import { Database } from '../../platform/database/database';
import { PIPELINE_VERSION } from '../engine/features';
import type { Decision } from '../engine/learn/comparisons';
import type { Model } from '../engine/model';
import type { PairKind } from '../engine/pair-kind';
import { valuesBehind } from '../engine/score/part-values';
import { ModelService } from '../models/model.service';
import { type DecidedMatch, DecisionHistoryRepository } from './decision-history.repository';

/** The decisions of the platform's people as the engine learns from them. */
@Injectable()
export class RecordedDecisions {
  constructor(
    private readonly database: Database,
    private readonly history: DecisionHistoryRepository,
    private readonly models: ModelService,
  ) {}

  /** By kind of pair; decisions on scores of another reading of texts are left out, for they are not comparable. */
  async read(actor: Actor): Promise<ReadonlyMap<PairKind, readonly Decision[]>> {
    const rows = await this.database.as(actor, (tx) => this.history.list(tx));
    const models = new Map<number, Model>();
    for (const version of new Set(rows.map(({ model }) => model)))
      models.set(version, await this.models.get(version));
    const known = rows.flatMap((row) => {
      const model = models.get(row.model);
      return model?.values.pipelineVersion === PIPELINE_VERSION ? [{ row, model }] : [];
    });
    const grouped = groupBy(known, ({ row }) => row.pairKind);
    return new Map(
      [...grouped].map(([kind, found]) => [kind, found.map(({ row, model }) => decisionOf(row, model))]),
    );
  }
}

function decisionOf(row: DecidedMatch, model: Model): Decision {
  const { pairKind, demandId, supplyId, fits, parts, chosen } = row;
  const weights = model.weightsOf(pairKind);
  const above = chosen?.model === row.model ? (chosen.above ?? []) : [];
  return {
    demandId,
    supplyId,
    fits,
    values: valuesBehind(parts, weights),
    above: above.map((passed) => ({
      supplyId: passed.supplyId,
      values: valuesBehind(passed.parts, weights),
    })),
  };
}
