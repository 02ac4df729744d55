import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../identity/access.decorator';
import {
  type SuggestionRequest,
  suggestionRequest,
  suggestionView,
  type SuggestionView,
} from './suggestion.schema';
import { SuggestionService } from './suggestion.service';

@ApiTags('matching')
@Controller('tag-suggestions')
export class SuggestionController {
  constructor(private readonly suggestions: SuggestionService) {}

  @Post()
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer', 'enterprise')
  @ApiOkResponse({ standardSchema: suggestionView })
  async suggest(@Body({ schema: suggestionRequest }) draft: SuggestionRequest): Promise<SuggestionView> {
    return { items: await this.suggestions.suggest(draft) };
  }
}
