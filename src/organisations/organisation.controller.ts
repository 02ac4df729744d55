import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Allow, CurrentActor, SignedIn } from '../identity/access.decorator';
import { IfMatch } from '../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../platform/http/query.schema';
import {
  type CreateOrganisation,
  createOrganisation,
  type EditOrganisation,
  editOrganisation,
  type OrganisationQuery,
  organisationQuery,
  type OrganisationView,
  organisationView,
} from './organisation.schema';
import { OrganisationService } from './organisation.service';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Post()
  @Allow('manager', 'park-lead', 'officer')
  @ApiCreatedResponse({ standardSchema: organisationView })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createOrganisation }) input: CreateOrganisation,
  ): Promise<OrganisationView> {
    return this.organisations.create(actor, input);
  }

  @Get()
  @SignedIn()
  @ApiOkResponse({ standardSchema: pageSchema(organisationView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: organisationQuery }) query: OrganisationQuery,
  ): Promise<Page<OrganisationView>> {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: organisationView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<OrganisationView> {
    return this.organisations.get(actor, id);
  }

  @Patch(':id')
  @Allow('manager', 'park-lead', 'officer', 'enterprise')
  @ApiOkResponse({ standardSchema: organisationView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editOrganisation }) changes: EditOrganisation,
  ): Promise<OrganisationView> {
    return this.organisations.edit(actor, id, version, changes);
  }
}
