import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/events.module';
import { MatchingModule } from '../matching/matching.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PlanModule } from '../plan/plan.module';
import { SigningsModule } from '../signings/signings.module';
import { ActivityReport } from './content/activity-report';
import { ParkFiguresRepository } from './content/park-figures.repository';
import { ParkReport } from './content/park-report';
import { ProgressReports } from './content/progress-reports';
import { ShortlistReport } from './content/shortlist-report';
import { SigningFigures } from './content/signing-figures';
import { SigningReport } from './content/signing-report';
import { SigningRows } from './content/signing-rows';
import { SubmissionReport } from './content/submission-report';
import { KeptReportEntity } from './kept/kept-report.entity';
import { KeptReportProcessor } from './kept/kept-report.processor';
import { KeptReportRepository } from './kept/kept-report.repository';
import { KeptReportService } from './kept/kept-report.service';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';

/** 报表: what is handed up and printed. */
@Module({
  imports: [
    EventsModule,
    MatchingModule,
    OrganisationsModule,
    PlanModule,
    SigningsModule,
    TypeOrmModule.forFeature([KeptReportEntity]),
  ],
  controllers: [ReportController],
  providers: [
    ActivityReport,
    KeptReportProcessor,
    KeptReportRepository,
    KeptReportService,
    ParkFiguresRepository,
    ParkReport,
    ProgressReports,
    ReportService,
    ShortlistReport,
    SigningFigures,
    SigningReport,
    SigningRows,
    SubmissionReport,
  ],
  exports: [KeptReportProcessor],
})
export class ReportsModule {}
