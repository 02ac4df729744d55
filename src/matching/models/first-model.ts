import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { tags } from '../../taxonomy/tags';
import { featurise, type RecordFeatures } from '../engine/features';
import type { MatchRecord } from '../engine/record';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelRepository } from './model.repository';
import { ModelService } from './model.service';

/** Makes sure that there is a model before the first record comes: version 0, on background statistics. */
@Injectable()
export class FirstModel {
  constructor(
    private readonly database: Database,
    private readonly models: ModelRepository,
    private readonly service: ModelService,
  ) {}

  /** Freezes version 0 on the vocabulary and the `background` texts with their tags, unless there is a model already. */
  async ensure(background: readonly BackgroundText[]): Promise<void> {
    await this.database.as(SYSTEM, async (tx) => {
      if ((await this.models.findCurrentVersion(tx)) !== undefined) return;
      await this.service.freeze(
        [...featuresOf(vocabularyTexts()), ...featuresOf(background)],
        'background',
        tx,
      );
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
