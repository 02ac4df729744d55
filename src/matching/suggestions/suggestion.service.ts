import { Injectable } from '@nestjs/common';
import { TagSuggester } from '../engine/suggest/tag-suggester';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelService } from '../models/model.service';
import type { SuggestionRequest, SuggestionView } from './suggestion.schema';

/** Tags for texts that are still being written; nothing is stored. */
@Injectable()
export class SuggestionService {
  constructor(private readonly models: ModelService) {}

  /** At most three, by the current model. */
  async suggest({ title, text }: SuggestionRequest): Promise<SuggestionView['items']> {
    const suggester = new TagSuggester(await this.models.getCurrent());
    const draft = { id: '', kind: 'project', title, text, tags: [], facts: {}, requirements: [] } as const;
    return suggester.suggest(draft, TAG_TREE).map(({ code, confidence, words }) => ({
      code,
      confidence,
      words: words.map(({ field, start, end, text }) => ({
        field: field as 'title' | 'text',
        start,
        end,
        text,
      })),
    }));
  }
}
