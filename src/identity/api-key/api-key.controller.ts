import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { Allow, CurrentActor } from '../access.decorator';
import {
  type ApiKeyQuery,
  type CreateApiKey,
  apiKeyQuerySchema,
  apiKeySchema,
  createApiKeySchema,
  createdApiKeySchema,
} from './api-key.schema';
import { ApiKeyService } from './api-key.service';

@ApiTags('api-keys')
@Controller('api-keys')
@Allow('manager', 'park-lead', 'officer', 'enterprise', 'organiser')
export class ApiKeyController {
  constructor(private readonly apiKeys: ApiKeyService) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(apiKeySchema) })
  list(@CurrentActor() actor: Actor, @Query({ schema: apiKeyQuerySchema }) query: ApiKeyQuery) {
    return this.apiKeys.list(actor, query);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: createdApiKeySchema })
  create(@CurrentActor() actor: Actor, @Body({ schema: createApiKeySchema }) input: CreateApiKey) {
    return this.apiKeys.create(actor, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('id', idParam) id: string) {
    return this.apiKeys.revoke(actor, id);
  }
}
