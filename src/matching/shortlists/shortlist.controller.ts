import { Controller, Get, type MessageEvent, Param, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { withPings } from '../../platform/http/server-events';
import { ShortlistFeed } from './shortlist-feed';
import { shortlistParams, type ShortlistParams, shortlistView, type ShortlistView } from './shortlist.schema';
import { ShortlistService } from './shortlist.service';

@ApiTags('matching')
@Controller('shortlists')
@Allow('manager', 'park-lead', 'officer', 'auditor')
export class ShortlistController {
  constructor(
    private readonly shortlists: ShortlistService,
    private readonly feed: ShortlistFeed,
  ) {}

  @Get(':pairKind/:demandId')
  @ApiOkResponse({ standardSchema: shortlistView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: shortlistParams }) { pairKind, demandId }: ShortlistParams,
  ): Promise<ShortlistView> {
    return this.shortlists.get(actor, demandId, pairKind);
  }

  /** A `shortlist` event with the state now and after each change of the list: how many, not who. */
  @Sse(':pairKind/:demandId/events')
  @Allow('manager', 'park-lead', 'officer', 'enterprise', 'auditor')
  events(
    @CurrentActor() actor: Actor,
    @Param({ schema: shortlistParams }) { pairKind, demandId }: ShortlistParams,
  ): Observable<MessageEvent> {
    const states = this.feed.watch(actor, demandId, pairKind);
    return withPings(states.pipe(map((data) => ({ id: data.updatedAt ?? '0', type: 'shortlist', data }))));
  }
}
