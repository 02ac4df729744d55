import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { tags } from '../../taxonomy/tags';
import { featurise, PIPELINE_VERSION, type RecordFeatures } from '../engine/features';
import type { MatchRecord } from '../engine/record';
import { TAG_TREE } from '../engine-vocabulary';
import { RunService } from '../runs/run.service';
import { ModelRepository } from './model.repository';
import { gatherGround, ModelService } from './model.service';

/** Makes sure that there is a model that reads texts as this release does: version 0 at first, on background statistics. */
@Injectable()
export class FirstModel {
  constructor(
    private readonly database: Database,
    private readonly models: ModelRepository,
    private readonly service: ModelService,
    private readonly runs: RunService,
  ) {}

  /**
   * Freezes a model on the vocabulary and the `background` texts with their tags, unless there is one already. After a
   * release that reads texts in another way, or with another embeddings server, everything is read and matched anew.
   */
  async ensure(background: readonly BackgroundText[]): Promise<void> {
    await this.database.as(SYSTEM, async (tx) => {
      const pipeline = await this.models.findCurrentPipeline(tx);
      if (pipeline === PIPELINE_VERSION) {
        if (await this.service.followEmbeddings(tx)) await this.runs.startAnew(SYSTEM, tx);
        return;
      }
      const texts = [...featuresOf(vocabularyTexts()), ...featuresOf(background)];
      await this.service.freeze(await gatherGround(texts), 'background', tx);
      if (pipeline !== undefined) await this.runs.startAnew(SYSTEM, tx);
    });
  }
}

/** A text of the kind that will be matched; `tags` are stated ones. */
export interface BackgroundText {
  readonly title: string;
  readonly text: string;
  readonly tags?: readonly string[];
}

const vocabularyTexts = () =>
  tags.map(({ code, zh, en, aliases }) => ({ title: zh, text: [en, ...aliases].join('；'), tags: [code] }));

function featuresOf(texts: readonly BackgroundText[]): RecordFeatures[] {
  return texts.map(({ title, text, tags: codes = [] }) => {
    const record: MatchRecord = {
      id: '',
      kind: 'project',
      title,
      text,
      tags: codes.map((code) => ({ code, origin: 'stated', confidence: 1 })),
      facts: {},
      requirements: [],
    };
    return featurise(record, TAG_TREE);
  });
}
