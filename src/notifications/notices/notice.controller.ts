import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, SignedIn } from '../../identity/access.decorator';
import { pageSchema } from '../../platform/http/query.schema';
import {
  markRead,
  type MarkRead,
  type NoticeQuery,
  noticeQuery,
  noticeView,
  type UnreadView,
  unreadView,
} from './notice.schema';
import { NoticeService } from './notice.service';

@ApiTags('notices')
@Controller('notices')
@SignedIn()
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  /** What the reader was told, the latest first. */
  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(noticeView) })
  list(@CurrentActor() actor: Actor, @Query({ schema: noticeQuery }) query: NoticeQuery) {
    return this.notices.list(actor, query);
  }

  @Get('unread')
  @ApiOkResponse({ standardSchema: unreadView })
  unread(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return this.notices.unread(actor);
  }

  @Post('read')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: unreadView })
  read(@CurrentActor() actor: Actor, @Body({ schema: markRead }) body: MarkRead): Promise<UnreadView> {
    return this.notices.markRead(actor, body);
  }
}
