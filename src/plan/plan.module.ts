import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MatchingModule } from '../matching/matching.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ProjectsModule } from '../projects/projects.module';
import { SigningsModule } from '../signings/signings.module';
import { TalentModule } from '../talent/talent.module';
import { ActivityEntity } from './activity.entity';
import { ActivityService } from './activity.service';
import { AllocationEntity } from './allocation.entity';
import { AllocationRepository } from './allocation.repository';
import { AllocationReader } from './allocation-reader';
import { AllocationService } from './allocation.service';
import { ConflictController } from './conflicts/conflict.controller';
import { ConflictRepository } from './conflicts/conflict.repository';
import { ConflictService } from './conflicts/conflict.service';
import { CountingPlans } from './counting-plans';
import { ActivityCreditEntity } from './crediting/activity-credit.entity';
import { AttributionCheck } from './crediting/attribution-check';
import { CountedSignings } from './crediting/counted-signings';
import { CreditRepository } from './crediting/credit.repository';
import { CreditService } from './crediting/credit.service';
import { CreditedAct } from './crediting/credited-act';
import { DecisionController } from './crediting/decision.controller';
import { DecisionService } from './crediting/decision.service';
import { LedgerLockRepository } from './crediting/ledger-lock.repository';
import { QualityDecisionEntity } from './crediting/quality-decision.entity';
import { QualityRepository } from './crediting/quality.repository';
import { QualityService } from './crediting/quality.service';
import { TargetCreditEntity } from './crediting/target-credit.entity';
import { ForecastController } from './forecast/forecast.controller';
import { ForecastService } from './forecast/forecast.service';
import { NextMatchesService } from './forecast/next-matches.service';
import { Prospects } from './forecast/prospects';
import { SigningHopes } from './forecast/signing-hopes';
import { WaitingSigningsRepository } from './forecast/waiting-signings.repository';
import { PlanController } from './plan.controller';
import { PlanEditor } from './plan-editor.service';
import { PlanEntity, PlanTrackEntity } from './plan.entity';
import { PlanPlaces } from './plan-places';
import { PlanRepository } from './plan.repository';
import { PlanService } from './plan.service';
import { PreviewController } from './preview/preview.controller';
import { PreviewService } from './preview/preview.service';
import { RulePreviewService } from './preview/rule-preview.service';
import { SigningCredits } from './preview/signing-credits.service';
import { BurnUpService } from './progress/burn-up.service';
import { ParkProgressService } from './progress/park-progress.service';
import { ProgressController } from './progress/progress.controller';
import { ProgressService } from './progress/progress.service';
import { TargetSignings } from './progress/target-signings';
import { LedgerCut } from './submissions/ledger-cut';
import { SubmissionReader } from './submissions/submission-reader';
import { SubmissionController } from './submissions/submission.controller';
import { SubmissionEntity, SubmissionRowEntity } from './submissions/submission.entity';
import { SubmissionRepository } from './submissions/submission.repository';
import { SubmissionService } from './submissions/submission.service';
import { TargetEntity, TargetRuleEntity } from './target.entity';
import { TargetRuleService } from './target-rule.service';

/** The yearly plan: what counts for it, where it stands, what was reported. */
@Module({
  imports: [
    MatchingModule,
    OrganisationsModule,
    ProjectsModule,
    SigningsModule,
    TalentModule,
    TypeOrmModule.forFeature([
      ActivityCreditEntity,
      ActivityEntity,
      AllocationEntity,
      PlanEntity,
      PlanTrackEntity,
      QualityDecisionEntity,
      SubmissionEntity,
      SubmissionRowEntity,
      TargetCreditEntity,
      TargetEntity,
      TargetRuleEntity,
    ]),
  ],
  controllers: [
    ConflictController,
    DecisionController,
    ForecastController,
    PlanController,
    PreviewController,
    ProgressController,
    SubmissionController,
  ],
  providers: [
    ActivityService,
    AllocationReader,
    AllocationRepository,
    AllocationService,
    AttributionCheck,
    BurnUpService,
    ConflictRepository,
    ConflictService,
    CountedSignings,
    CountingPlans,
    CreditRepository,
    CreditService,
    CreditedAct,
    DecisionService,
    ForecastService,
    LedgerCut,
    LedgerLockRepository,
    NextMatchesService,
    ParkProgressService,
    PlanEditor,
    PlanPlaces,
    PlanRepository,
    PlanService,
    PreviewService,
    ProgressService,
    Prospects,
    QualityRepository,
    QualityService,
    RulePreviewService,
    SigningCredits,
    SigningHopes,
    SubmissionReader,
    SubmissionRepository,
    SubmissionService,
    TargetRuleService,
    TargetSignings,
    WaitingSigningsRepository,
  ],
  exports: [
    AllocationReader,
    CreditRepository,
    CreditService,
    DecisionService,
    ForecastService,
    PlanService,
    ProgressService,
    QualityService,
    SubmissionReader,
    TargetSignings,
  ],
})
export class PlanModule {}
