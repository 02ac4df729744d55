import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { Conflict, Forbidden, NotFound } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { Database } from '../../platform/database/database';
import { PIPELINE_VERSION } from '../engine/features';
import { decodeModel } from '../engine/model-codec';
import { RunService } from '../runs/run.service';
import { ModelRepository, type ModelSummary } from './model.repository';
import { ModelService } from './model.service';
import type { ModelDetail, NewWeights } from './model.schema';
import { detailOf } from './model.view';

/** The model that scores from now on, and the run that brings every shortlist under it. */
export interface Choice {
  version: number;
  run: string;
}

/** Looking at the models and choosing the one that scores. */
@Injectable()
export class ModelChoice {
  constructor(
    private readonly database: Database,
    private readonly models: ModelRepository,
    private readonly freezing: ModelService,
    private readonly runs: RunService,
    private readonly audit: AuditService,
  ) {}

  /** Every model, newest first. */
  list(actor: Actor): Promise<ModelSummary[]> {
    return this.database.as(actor, (tx) => this.models.list(tx));
  }

  /** @throws 404 MATCH.MODEL_UNKNOWN */
  show(actor: Actor, version: number): Promise<ModelDetail> {
    return this.database.as(actor, async (tx) => {
      const summary = await this.models.findSummary(version, tx);
      const model = await this.models.find(version, tx);
      if (summary === undefined || model === null) throw unknown(version);
      return detailOf(summary, decodeModel(model.body));
    });
  }

  /**
   * Makes a candidate the current model.
   * @throws 404 MATCH.MODEL_UNKNOWN; 409 MATCH.MODEL_OLDER, for an older model never takes the place of a newer one
   */
  promote(actor: Actor, version: number): Promise<Choice> {
    return this.choose(actor, 'model.promoted', async (tx) => {
      const model = await this.models.findSummary(version, tx);
      if (model === undefined) throw unknown(version);
      const current = await this.models.findCurrentVersion(tx);
      if (current !== undefined && version <= current)
        throw new Conflict('MATCH.MODEL_OLDER', 'This model is not newer than the current one', {
          params: { version, current },
        });
      requirePipeline(model);
      await this.models.promote(version, tx);
      return version;
    });
  }

  /**
   * Brings back the model that was current before, as a new version with the same content. Twice in a row undoes itself.
   * @throws 409 MATCH.NO_EARLIER_MODEL
   */
  revert(actor: Actor): Promise<Choice> {
    return this.choose(actor, 'model.reverted', async (tx) => {
      const previous = await this.models.findPrevious(tx);
      if (previous === null)
        throw new Conflict('MATCH.NO_EARLIER_MODEL', 'There is no earlier model to go back to');
      requirePipeline(previous);
      return this.freezing.adopt(decodeModel(previous.body).values, `again model ${previous.version}`, tx);
    });
  }

  /**
   * A new version with other weights for one kind of pair, and the rest of the current model. What is known of the fit
   * of its scores is forgotten: it was measured with the weights before.
   * @throws 404 MATCH.NO_MODEL
   */
  reweigh(actor: Actor, { pairKind, weights, note }: NewWeights): Promise<Choice> {
    return this.choose(actor, 'model.reweighed', async (tx) => {
      const current = await this.models.findCurrent(tx);
      if (current === null) throw new NotFound('MATCH.NO_MODEL', 'There is no model yet');
      requirePipeline(current);
      const { values } = decodeModel(current.body);
      const { [pairKind]: _, ...calibration } = values.calibration;
      const reweighed = { ...values, weights: { ...values.weights, [pairKind]: weights }, calibration };
      return this.freezing.adopt(reweighed, note, tx);
    });
  }

  private async choose(
    actor: Actor,
    action: string,
    pick: (tx: EntityManager) => Promise<number>,
  ): Promise<Choice> {
    if (actor.role !== 'manager' && actor.role !== 'system')
      throw new Forbidden('MATCH.MODEL_FOR_MANAGERS', 'Only managers choose the model');
    return this.database.as(actor, async (tx) => {
      await this.models.lock(tx);
      const version = await pick(tx);
      const run = await this.runs.startAnew(actor, tx);
      const subject = { subjectKind: 'model', subjectId: `${version}`, detail: { run: run.id } };
      await this.audit.record(actor, action, subject, tx);
      return { version, run: run.id };
    });
  }
}

const unknown = (version: number): NotFound =>
  new NotFound(
    'MATCH.MODEL_UNKNOWN',
    `There is no model ${version}; the list of models shows which there are`,
    { params: { version } },
  );

function requirePipeline({ version, pipeline }: ModelSummary): void {
  if (pipeline !== PIPELINE_VERSION)
    throw new Conflict('MATCH.MODEL_OUTDATED', 'This model was made for another reading of texts', {
      params: { version },
    });
}
