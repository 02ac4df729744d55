import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { idParam } from '../../platform/http/query.schema';
import { type MatchView, matchView } from '../review/match.view';
import { MatchPresenter } from '../review/match-presenter';
import { ReleaseService } from './release.service';
import { type SharePreview, sharePreview } from './share-preview';
import { releaseShare, type ReleaseShare, withdrawShare, type WithdrawShare } from './share.schema';
import { ShareService } from './share.service';

const SHARERS = ['manager', 'park-lead', 'officer'] as const;

@ApiTags('sharing')
@Controller('matches/:id')
export class ShareController {
  constructor(
    private readonly shares: ShareService,
    private readonly releases: ReleaseService,
    private readonly presenter: MatchPresenter,
  ) {}

  /** Exactly what the enterprise would receive. */
  @Get('share-preview')
  @Allow(...SHARERS)
  @ApiOkResponse({ standardSchema: sharePreview })
  preview(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SharePreview> {
    return this.shares.preview(actor, id);
  }

  @Post('share')
  @HttpCode(200)
  @Allow(...SHARERS)
  @ApiOkResponse({ standardSchema: matchView })
  async share(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
  ): Promise<MatchView> {
    return this.presenter.view(actor, await this.shares.share(actor, id, version));
  }

  @Post('share/withdraw')
  @HttpCode(200)
  @Allow(...SHARERS)
  @ApiOkResponse({ standardSchema: matchView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: withdrawShare }) { note }: WithdrawShare,
  ): Promise<MatchView> {
    return this.presenter.view(actor, await this.shares.withdraw(actor, id, version, note));
  }

  @Post('share/release')
  @HttpCode(200)
  @Allow(...SHARERS)
  @ApiOkResponse({ standardSchema: matchView })
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: releaseShare }) wanted: ReleaseShare,
  ): Promise<MatchView> {
    return this.presenter.view(actor, await this.releases.release(actor, id, wanted));
  }
}
