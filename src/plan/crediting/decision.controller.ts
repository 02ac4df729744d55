import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { idParam } from '../../platform/http/query.schema';
import { type NewMilestone, newMilestone } from '../../signings/milestone.schema';
import { type SigningView, signingView } from '../../signings/signing.view';
import {
  type ConfirmSigning,
  confirmSigning,
  type DecideQuality,
  decideQuality,
  type QualityView,
  qualityView,
  type ReasonBody,
  reasonBody,
  type ReturnSigning,
  returnSigning,
} from './decision.schema';
import { DecisionService } from './decision.service';
import { QualityService } from './quality.service';

/** The platform's part of a confirmation, and whatever else changes what is counted. */
@ApiTags('signings')
@Controller('signings/:id')
export class DecisionController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly qualities: QualityService,
  ) {}

  @Post('confirm')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: signingView })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: confirmSigning }) input: ConfirmSigning,
  ): Promise<SigningView> {
    return this.decisions.confirm(actor, id, version, input);
  }

  /** Back to the park, with the missing papers ticked. */
  @Post('return')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: signingView })
  return(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: returnSigning }) input: ReturnSigning,
  ): Promise<SigningView> {
    return this.decisions.return(actor, id, version, input);
  }

  @Post('refuse')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: signingView })
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: reasonBody }) { reason }: ReasonBody,
  ): Promise<SigningView> {
    return this.decisions.refuse(actor, id, version, reason);
  }

  /** Withdraws the confirmation. */
  @Post('revoke')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: signingView })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: reasonBody }) { reason }: ReasonBody,
  ): Promise<SigningView> {
    return this.decisions.revoke(actor, id, version, reason);
  }

  /** The contract itself is void. */
  @Post('void')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  void(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: reasonBody }) { reason }: ReasonBody,
  ): Promise<SigningView> {
    return this.decisions.void(actor, id, version, reason);
  }

  @Post('milestones')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  addMilestone(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: newMilestone }) input: NewMilestone,
  ): Promise<SigningView> {
    return this.decisions.addMilestone(actor, id, version, input);
  }

  @Post('milestones/:milestoneId/withdraw')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  withdrawMilestone(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Param('milestoneId', idParam) milestoneId: string,
    @IfMatch() version: number,
    @Body({ schema: reasonBody }) { reason }: ReasonBody,
  ): Promise<SigningView> {
    return this.decisions.withdrawMilestone(actor, id, version, { milestoneId, reason });
  }

  /** Whether a word of the plan applies: 优秀, 高质量, 优质, 重点. */
  @Post('quality')
  @HttpCode(200)
  @Allow('manager')
  @ApiOkResponse({ standardSchema: signingView })
  decideQuality(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: decideQuality }) input: DecideQuality,
  ): Promise<SigningView> {
    return this.qualities.decide(actor, id, version, input);
  }

  @Get('quality')
  @Allow('manager', 'auditor', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: z.array(qualityView) })
  quality(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<QualityView[]> {
    return this.qualities.list(actor, id);
  }
}
