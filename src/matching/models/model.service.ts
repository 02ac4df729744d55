import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import { NotFound } from '../../common/errors';
import { inSlices, Slices } from '../../common/slices';
import { Database } from '../../platform/database/database';
import { buildModel } from '../engine/build-model';
import { TermCounts } from '../engine/collect-statistics';
import { PIPELINE_VERSION, type RecordFeatures } from '../engine/features';
import { decodeModel, encodeModel } from '../engine/model-codec';
import { Model, type ModelValues } from '../engine/model';
import { TagExamples } from '../engine/suggest/tag-profile';
import { Embeddings } from '../embeddings/embeddings.service';
import { TAG_WORDS } from '../engine-vocabulary';
import { ModelRepository } from './model.repository';

/** A corpus that differs by this share from the one a model was frozen on gets a new model before everything is matched. */
const GROWTH = 0.2;

/** What a model is frozen on; made of many records without holding them. */
export interface ModelGround {
  readonly counts: TermCounts;
  readonly examples: TagExamples;
}

export async function gatherGround(
  records: Iterable<RecordFeatures> | AsyncIterable<RecordFeatures>,
): Promise<ModelGround> {
  const ground = { counts: new TermCounts(), examples: new TagExamples(TAG_WORDS) };
  const slices = new Slices();
  for await (const record of records) {
    ground.counts.add(record);
    ground.examples.add(record);
    if (slices.isOver) await slices.next();
  }
  return ground;
}

/** Freezing, keeping and choosing models. A frozen model never changes; every score names the one that gave it. */
@Injectable()
export class ModelService {
  private readonly decoded = new Map<number, Model>();

  constructor(
    private readonly database: Database,
    private readonly models: ModelRepository,
    private readonly embeddings: Embeddings,
  ) {}

  /** The model that scores now. */
  async getCurrent(): Promise<Model> {
    const version = await this.database.as(WORKER, (tx) => this.models.findCurrentVersion(tx));
    if (version === undefined) throw new NotFound('MATCH.NO_MODEL', 'There is no model yet');
    return this.get(version);
  }

  /** A model by its version, for scores that name it. */
  async get(version: number): Promise<Model> {
    const known = this.decoded.get(version);
    if (known !== undefined) return known;
    const row = await this.database.as(WORKER, (tx) => this.models.find(version, tx));
    if (row === null)
      throw new NotFound(
        'MATCH.MODEL_UNKNOWN',
        `There is no model ${version}; the list of models shows which there are`,
        { params: { version } },
      );
    const model = decodeModel(row.body);
    this.decoded.set(version, model);
    return model;
  }

  /** Whether the present number of records is so far from the current model's that its statistics are worn out. */
  async isWornOut(records: number): Promise<boolean> {
    const current = await this.getCurrent();
    const frozenOn = current.values.statistics.records;
    return Math.abs(records - frozenOn) > GROWTH * frozenOn;
  }

  /** Freezes a model on the features gathered, with the weights of the current one, and makes it current. */
  async freeze({ counts, examples }: ModelGround, note: string, tx: EntityManager): Promise<number> {
    const current = await this.models.findCurrent(tx);
    const before = current && decodeModel(current.body).values;
    const weights = before?.weights;
    // Scores of another reading of texts are not on the same scale.
    const calibration = before?.pipelineVersion === PIPELINE_VERSION ? before.calibration : undefined;
    const draft = buildModel({ version: 0, statistics: counts.statistics(), weights, calibration });
    const tagProfiles = await inSlices(examples.profiles(draft));
    return this.adopt({ ...draft.values, tagProfiles, embeddings: this.embeddings.model }, note, tx);
  }

  /**
   * Lets the meaning part be what the embeddings server of this installation says, or the learnt factors again without one.
   * Answers whether that is new. What is known of the fit of scores is forgotten then: it was measured without.
   */
  async followEmbeddings(tx: EntityManager): Promise<boolean> {
    const { model } = this.embeddings;
    const current = await this.models.findCurrent(tx);
    if (current === null) return false;
    const { values } = decodeModel(current.body);
    if (values.embeddings === model) return false;
    const note = model === undefined ? 'without vectors of a server' : `vectors of ${model}`;
    await this.adopt({ ...values, embeddings: model, calibration: {} }, note, tx);
    return true;
  }

  /** Stores a model under the next version and makes it current. */
  async adopt(values: ModelValues, note: string, tx: EntityManager): Promise<number> {
    const version = await this.propose(values, note, tx);
    await this.models.promote(version, tx);
    return version;
  }

  /** Stores a model under the next version, as a candidate. */
  propose(values: ModelValues, note: string, tx: EntityManager): Promise<number> {
    return this.models.add(
      {
        pipeline: values.pipelineVersion,
        records: values.statistics.records,
        note,
        body: (number) => Buffer.from(encodeModel(new Model({ ...values, version: number }))),
      },
      tx,
    );
  }
}
