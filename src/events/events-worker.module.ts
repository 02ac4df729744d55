import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUpEntity } from './follow-ups/follow-up.entity';
import { FollowUpProcessor } from './follow-ups/follow-up.processor';
import { FollowUpRepository } from './follow-ups/follow-up.repository';
import { FollowUpService } from './follow-ups/follow-up.service';
import { GuestDetailsCipher } from './guests/guest-details';
import { GuestEntity } from './guests/guest.entity';
import { GuestRepository } from './guests/guest.repository';
import { MeetingEntity } from './meetings/meeting.entity';
import { MeetingRepository } from './meetings/meeting.repository';
import { SessionEntity } from './sessions/session.entity';
import { SessionRepository } from './sessions/session.repository';

/** The part of events that works by the clock. */
@Module({
  imports: [TypeOrmModule.forFeature([FollowUpEntity, GuestEntity, MeetingEntity, SessionEntity])],
  providers: [
    FollowUpProcessor,
    FollowUpRepository,
    FollowUpService,
    GuestDetailsCipher,
    GuestRepository,
    MeetingRepository,
    SessionRepository,
  ],
  exports: [FollowUpProcessor, GuestDetailsCipher, GuestRepository, SessionRepository],
})
export class EventsWorkerModule {}
