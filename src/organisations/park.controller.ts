import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor, SignedIn } from '../identity/access.decorator';
import { Database } from '../platform/database/database';
import {
  type CreatePark,
  createPark,
  type EditPark,
  editPark,
  type ParkParam,
  parkParam,
  type ParkView,
  parkView,
} from './organisation.schema';
import type { ParkEntity } from './park.entity';
import { ParkService } from './park.service';

@ApiTags('parks')
@Controller('parks')
export class ParkController {
  constructor(
    private readonly database: Database,
    private readonly parks: ParkService,
  ) {}

  /** All parks of the network, in their order; there are too few for pages. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ standardSchema: z.array(parkView) })
  async list(@CurrentActor() actor: Actor): Promise<ParkView[]> {
    const parks = await this.database.as(actor, (tx) => this.parks.list(tx));
    return parks.map(viewOf);
  }

  @Post()
  @Allow('manager')
  @ApiCreatedResponse({ standardSchema: parkView })
  add(@CurrentActor() actor: Actor, @Body({ schema: createPark }) input: CreatePark): Promise<ParkView> {
    return this.database.as(actor, async (tx) => viewOf(await this.parks.add(actor, input, tx)));
  }

  @Patch(':code')
  @Allow('manager')
  @ApiOkResponse({ standardSchema: parkView })
  edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: parkParam }) { code }: ParkParam,
    @Body({ schema: editPark }) changes: EditPark,
  ): Promise<ParkView> {
    return this.database.as(actor, async (tx) => viewOf(await this.parks.edit(actor, code, changes, tx)));
  }
}

const viewOf = ({ id, code, name, city }: ParkEntity): ParkView => ({ id, code, name, city });
