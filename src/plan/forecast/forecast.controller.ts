import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { PLAN_READERS } from '../plan-readers';
import { planParam } from '../plan.schema';
import {
  type ForecastView,
  forecastView,
  type NextMatches,
  nextMatches,
  type NextMatchesQuery,
  nextMatchesQuery,
} from './forecast.schema';
import { ForecastService } from './forecast.service';
import { NextMatchesService } from './next-matches.service';

@ApiTags('plans')
@Controller('plans/:code')
export class ForecastController {
  constructor(
    private readonly forecasts: ForecastService,
    private readonly next: NextMatchesService,
  ) {}

  /** Where each target will stand at the plan's end, with what that rests on. */
  @Get('forecast')
  @Allow(...PLAN_READERS)
  @ApiOkResponse({ standardSchema: forecastView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
  ): Promise<ForecastView> {
    return this.forecasts.of(actor, code);
  }

  /** The open matches of the reader's parks that would help most with targets that are behind. */
  @Get('next-matches')
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: nextMatches })
  helpful(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Query({ schema: nextMatchesQuery }) { limit }: NextMatchesQuery,
  ): Promise<NextMatches> {
    return this.next.of(actor, code, limit);
  }
}
