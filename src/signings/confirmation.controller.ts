import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { Database } from '../platform/database/database';
import { IfMatch } from '../platform/http/if-match.decorator';
import { idParam } from '../platform/http/query.schema';
import { ConfirmationService } from './confirmation.service';
import { type CheckSigning, checkSigning, type ResubmitSigning, resubmitSigning } from './signing.schema';
import { SigningService } from './signing.service';
import { type SigningView, signingView } from './signing.view';

/** The park's part of a confirmation; the platform's part writes credits and is plan's. */
@ApiTags('signings')
@Controller('signings/:id')
export class ConfirmationController {
  constructor(
    private readonly database: Database,
    private readonly confirmations: ConfirmationService,
    private readonly signings: SigningService,
  ) {}

  @Post('check')
  @HttpCode(200)
  @Allow('park-lead')
  @ApiOkResponse({ standardSchema: signingView })
  check(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: checkSigning }) input: CheckSigning,
  ): Promise<SigningView> {
    return this.database.as(actor, async (tx) => {
      await this.confirmations.check(actor, id, version, input, tx);
      return this.signings.view(id, tx);
    });
  }

  @Post('resubmit')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  resubmit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: resubmitSigning }) input: ResubmitSigning,
  ): Promise<SigningView> {
    return this.database.as(actor, async (tx) => {
      await this.confirmations.resubmit(actor, id, version, input, tx);
      return this.signings.view(id, tx);
    });
  }
}
