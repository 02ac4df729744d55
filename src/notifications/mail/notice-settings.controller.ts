import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, SignedIn } from '../../identity/access.decorator';
import {
  type NoticeSettings,
  noticeSettings,
  type NoticeSettingsView,
  noticeSettingsView,
} from './notice-settings.schema';
import { NoticeSettingsService } from './notice-settings.service';

@ApiTags('notices')
@Controller('notice-settings')
@SignedIn()
export class NoticeSettingsController {
  constructor(private readonly settings: NoticeSettingsService) {}

  @Get()
  @ApiOkResponse({ standardSchema: noticeSettingsView })
  get(@CurrentActor() actor: Actor): Promise<NoticeSettingsView> {
    return this.settings.get(actor);
  }

  @Put()
  @ApiOkResponse({ standardSchema: noticeSettingsView })
  change(
    @CurrentActor() actor: Actor,
    @Body({ schema: noticeSettings }) body: NoticeSettings,
  ): Promise<NoticeSettingsView> {
    return this.settings.change(actor, body);
  }
}
