import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { OrganisationSuggestionService } from './organisation-suggestion.service';
import {
  type OrganisationSuggestionView,
  organisationSuggestionView,
  type SuggestionRequest,
  suggestionRequest,
  suggestionView,
  type SuggestionView,
} from './suggestion.schema';
import { SuggestionService } from './suggestion.service';

@ApiTags('matching')
@Controller('tag-suggestions')
export class SuggestionController {
  constructor(
    private readonly suggestions: SuggestionService,
    private readonly ofOrganisations: OrganisationSuggestionService,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer', 'enterprise')
  @ApiOkResponse({ standardSchema: suggestionView })
  async suggest(@Body({ schema: suggestionRequest }) draft: SuggestionRequest): Promise<SuggestionView> {
    return { items: await this.suggestions.suggest(draft) };
  }

  @Get('organisations/:id')
  @Allow('manager', 'park-lead', 'officer', 'enterprise')
  @ApiOkResponse({ standardSchema: organisationSuggestionView })
  suggestFor(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
  ): Promise<OrganisationSuggestionView> {
    return this.ofOrganisations.suggest(actor, id);
  }
}
