import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { PLAN_READERS } from '../plan-readers';
import { planParam, type TargetParam, targetParam } from '../plan.schema';
import { BurnUpService } from './burn-up.service';
import { ParkProgressService } from './park-progress.service';
import {
  type BurnUpView,
  burnUpView,
  type CreditPage,
  creditPage,
  type ParkProgress,
  parkProgress,
  type ProgressQuery,
  progressQuery,
  type ProgressView,
  progressView,
  type TargetSigningsQuery,
  targetSigningsQuery,
} from './progress.schema';
import { ProgressService } from './progress.service';
import { TargetSignings } from './target-signings';

@ApiTags('plans')
@Controller('plans/:code')
@Allow(...PLAN_READERS)
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly signings: TargetSignings,
    private readonly burnUps: BurnUpService,
    private readonly parks: ParkProgressService,
  ) {}

  /** Every number of the plan, now or as it was known at an instant. */
  @Get('progress')
  @ApiOkResponse({ standardSchema: progressView })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Query({ schema: progressQuery }) { asOf }: ProgressQuery,
  ): Promise<ProgressView> {
    return this.progress.of(actor, code, asOf);
  }

  /** The signings behind a target's number, with the papers that prove them. */
  @Get('targets/:target/signings')
  @ApiOkResponse({ standardSchema: creditPage })
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
    @Query({ schema: targetSigningsQuery }) query: TargetSigningsQuery,
  ): Promise<CreditPage> {
    return this.signings.list(actor, at, query);
  }

  /** How a target came to its number, by the days of the proofs. */
  @Get('targets/:target/burn-up')
  @ApiOkResponse({ standardSchema: burnUpView })
  burnUp(
    @CurrentActor() actor: Actor,
    @Param({ schema: targetParam }) at: TargetParam,
    @Query({ schema: progressQuery }) { asOf }: ProgressQuery,
  ): Promise<BurnUpView> {
    return this.burnUps.of(actor, at, asOf);
  }

  /** What each park was given of the plan, and has delivered. */
  @Get('parks')
  @ApiOkResponse({ standardSchema: z.array(parkProgress) })
  byPark(
    @CurrentActor() actor: Actor,
    @Param({ schema: planParam }) { code }: { code: string },
    @Query({ schema: progressQuery }) { asOf }: ProgressQuery,
  ): Promise<ParkProgress[]> {
    return this.parks.of(actor, code, asOf);
  }
}
