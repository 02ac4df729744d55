import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { DecisionService } from './decision.service';
import {
  type DecisionsView,
  decisionsView,
  type MatchView,
  matchView,
  type MoveView,
  moveView,
} from './match.view';
import {
  decideMany,
  type DecideMany,
  matchQuery,
  type MatchQuery,
  moveMatch,
  type MoveMatch,
} from './review.schema';
import { ReviewService } from './review.service';

const REVIEWERS = ['manager', 'park-lead', 'officer'] as const;
const READERS = [...REVIEWERS, 'auditor'] as const;

@ApiTags('matching')
@Controller('matches')
export class MatchController {
  constructor(
    private readonly review: ReviewService,
    private readonly decisions: DecisionService,
  ) {}

  /** Up to 100 decisions on rows of shortlists, each answered on its own. */
  @Post('decisions')
  @HttpCode(200)
  @Allow(...REVIEWERS)
  @ApiOkResponse({ standardSchema: decisionsView })
  decide(
    @CurrentActor() actor: Actor,
    @Body({ schema: decideMany }) { items }: DecideMany,
  ): Promise<DecisionsView> {
    return this.decisions.decide(actor, items);
  }

  @Get()
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: pageSchema(matchView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: matchQuery }) query: MatchQuery,
  ): Promise<Page<MatchView>> {
    return this.review.list(actor, query);
  }

  @Get(':id')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: matchView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<MatchView> {
    return this.review.get(actor, id);
  }

  @Get(':id/moves')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: z.array(moveView) })
  moves(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<MoveView[]> {
    return this.review.moves(actor, id);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Allow(...REVIEWERS)
  @ApiOkResponse({ standardSchema: matchView })
  move(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: moveMatch }) step: MoveMatch,
  ): Promise<MatchView> {
    return this.review.move(actor, id, version, step);
  }

  /** Takes back one's own last move, within 30 minutes. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allow(...REVIEWERS)
  @ApiOkResponse({ standardSchema: matchView })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
  ): Promise<MatchView> {
    return this.review.undo(actor, id, version);
  }
}
