import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { CurrentActor, SignedIn } from '../identity/access.decorator';
import { Database } from '../platform/database/database';
import { type ParkView, parkView } from './organisation.schema';
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
    return parks.map(({ id, code, name, city }) => ({ id, code, name, city }));
  }
}
