import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { Left } from '../../platform/http/left.decorator';
import { idParam } from '../../platform/http/query.schema';
import { SESSION_READERS, SESSION_STAFF } from '../sessions/session-rights';
import {
  type LockMeeting,
  lockMeeting,
  type MeetingView,
  meetingView,
  type PlaceMeeting,
  placeMeeting,
  type PlanTimetable,
  planTimetable,
  type RecordTalk,
  recordTalk,
  type TimetableView,
  timetableView,
} from './meeting.schema';
import { TalkService } from './talk.service';
import { TimetableService } from './timetable.service';

@ApiTags('events')
@Controller('activity-sessions/:id')
@Allow(...SESSION_STAFF)
export class MeetingController {
  constructor(
    private readonly timetables: TimetableService,
    private readonly talks: TalkService,
  ) {}

  @Get('timetable')
  @Allow(...SESSION_READERS)
  @ApiOkResponse({ standardSchema: timetableView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<TimetableView> {
    return this.timetables.get(actor, id);
  }

  /** Plans the meetings from the match scores and wishes; locked ones stay. Who goes away before the answer has planned nothing. */
  @Post('timetable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: timetableView })
  plan(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: planTimetable }) input: PlanTimetable,
    @Left() left: AbortSignal,
  ): Promise<TimetableView> {
    return this.timetables.plan(actor, id, input, left);
  }

  @Post('meetings')
  @ApiCreatedResponse({ standardSchema: meetingView })
  place(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: placeMeeting }) input: PlaceMeeting,
  ): Promise<MeetingView> {
    return this.timetables.place(actor, id, input);
  }

  @Post('meetings/:meetingId/lock')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: meetingView })
  lock(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('meetingId', idParam) meetingId: string,
    @Body({ schema: lockMeeting }) { locked }: LockMeeting,
  ): Promise<MeetingView> {
    return this.timetables.lock(actor, { sessionId, meetingId }, locked);
  }

  @Delete('meetings/:meetingId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('meetingId', idParam) meetingId: string,
  ): Promise<void> {
    return this.timetables.remove(actor, { sessionId, meetingId });
  }

  /** 洽谈卡 */
  @Post('meetings/:meetingId/talk')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: meetingView })
  talk(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('meetingId', idParam) meetingId: string,
    @Body({ schema: recordTalk }) input: RecordTalk,
  ): Promise<MeetingView> {
    return this.talks.record(actor, { sessionId, meetingId }, input);
  }
}
