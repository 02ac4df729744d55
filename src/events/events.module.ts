import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MatchingModule } from '../matching/matching.module';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PlanModule } from '../plan/plan.module';
import { ProjectsModule } from '../projects/projects.module';
import { SigningsModule } from '../signings/signings.module';
import { BriefController } from './brief/brief.controller';
import { BriefService } from './brief/brief.service';
import { FollowUpController } from './follow-ups/follow-up.controller';
import { FollowUpEntity } from './follow-ups/follow-up.entity';
import { FollowUpRepository } from './follow-ups/follow-up.repository';
import { FollowUpService } from './follow-ups/follow-up.service';
import { GuestController } from './guests/guest.controller';
import { GuestDetailsCipher } from './guests/guest-details';
import { GuestEntity } from './guests/guest.entity';
import { GuestRepository } from './guests/guest.repository';
import { GuestService } from './guests/guest.service';
import { InvitationController } from './guests/invitation.controller';
import { InvitationService } from './guests/invitation.service';
import { GuestSignIn } from './guests/sign-in.service';
import { MeetingController } from './meetings/meeting.controller';
import { MeetingEntity } from './meetings/meeting.entity';
import { MeetingRepository } from './meetings/meeting.repository';
import { MeetingScores } from './meetings/meeting-scores';
import { TalkService } from './meetings/talk.service';
import { TimetablePlanner } from './meetings/timetable-planner';
import { TimetableService } from './meetings/timetable.service';
import { SessionController } from './sessions/session.controller';
import { SessionEntity } from './sessions/session.entity';
import { SessionRepository } from './sessions/session.repository';
import { SessionService } from './sessions/session.service';

/** An activity's days: invitations, sign-in, meetings, talks and what is asked afterwards. */
@Module({
  imports: [
    MatchingModule,
    NeedsModule,
    OrganisationsModule,
    PlanModule,
    ProjectsModule,
    SigningsModule,
    TypeOrmModule.forFeature([FollowUpEntity, GuestEntity, MeetingEntity, SessionEntity]),
  ],
  controllers: [
    BriefController,
    FollowUpController,
    GuestController,
    InvitationController,
    MeetingController,
    SessionController,
  ],
  providers: [
    BriefService,
    FollowUpRepository,
    FollowUpService,
    GuestDetailsCipher,
    GuestRepository,
    GuestService,
    GuestSignIn,
    InvitationService,
    MeetingRepository,
    MeetingScores,
    SessionRepository,
    SessionService,
    TalkService,
    TimetablePlanner,
    TimetableService,
  ],
  exports: [
    BriefService,
    FollowUpService,
    GuestDetailsCipher,
    GuestRepository,
    GuestService,
    SessionRepository,
    SessionService,
  ],
})
export class EventsModule {}
