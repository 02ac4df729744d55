import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NeedsModule } from '../needs/needs.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ProjectsModule } from '../projects/projects.module';
import { RecordsModule } from '../records/records.module';
import { TalentModule } from '../talent/talent.module';
import { RecordDisclosure } from './cards/record-disclosure';
import { ContactController } from './contacts/contact.controller';
import { ContactEntity } from './contacts/contact.entity';
import { ContactRepository } from './contacts/contact.repository';
import { ContactService } from './contacts/contact.service';
import { RecordSource } from './corpus/record-source';
import { ExplanationController } from './explanations/explanation.controller';
import { ExplanationService } from './explanations/explanation.service';
import { FeatureEntity } from './features/feature.entity';
import { FeatureRepository } from './features/feature.repository';
import { FirstModel } from './models/first-model';
import { ModelChoice } from './models/model-choice.service';
import { ModelController } from './models/model.controller';
import { ModelEntity } from './models/model.entity';
import { ModelRepository } from './models/model.repository';
import { ModelService } from './models/model.service';
import { DecisionHistoryRepository } from './learning/decision-history.repository';
import { LearningService } from './learning/learning.service';
import { RecordedDecisions } from './learning/recorded-decisions';
import { WeightsPreview } from './models/weights-preview.service';
import { WeightsRepository } from './models/weights.repository';
import { DuplicateController } from './duplicates/duplicate.controller';
import { DuplicateService } from './duplicates/duplicate.service';
import { NoteController } from './notes/note.controller';
import { NoteEntity } from './notes/note.entity';
import { NoteRepository } from './notes/note.repository';
import { NoteService } from './notes/note.service';
import { DecisionService } from './review/decision.service';
import { MatchController } from './review/match.controller';
import { MatchEntity } from './review/match.entity';
import { MatchMoveEntity } from './review/match-move.entity';
import { MatchPresenter } from './review/match-presenter';
import { MatchRepository } from './review/match.repository';
import { MatchStart } from './review/match-start';
import { NeedEngagement } from './review/need-engagement';
import { PairRecords } from './review/pair-records';
import { ReviewService } from './review/review.service';
import { StageHistoryRepository } from './review/stage-history.repository';
import { StageService } from './review/stage.service';
import { RunController } from './runs/run.controller';
import { RunEntity } from './runs/run.entity';
import { RunRepository } from './runs/run.repository';
import { RunService } from './runs/run.service';
import { PairScores } from './scores/pair-scores.service';
import { ContactRevealService } from './sharing/contact-reveal.service';
import { Protection } from './sharing/protection';
import { ReceivedShareController } from './sharing/received-share.controller';
import { ReceivedShareReader } from './sharing/received-share.reader';
import { ReceivedShareService } from './sharing/received-share.service';
import { ReleaseService } from './sharing/release.service';
import { ShareController } from './sharing/share.controller';
import { EmbeddingRepository } from './embeddings/embedding.repository';
import { Embeddings } from './embeddings/embeddings.service';
import { ShareEntity } from './sharing/share.entity';
import { SharePreparation } from './sharing/share-preview';
import { ShareRepository } from './sharing/share.repository';
import { ShareService } from './sharing/share.service';
import { SupplySecrets } from './sharing/supply-secrets';
import { SupplyTelling } from './sharing/supply-telling';
import { ShortlistController } from './shortlists/shortlist.controller';
import { ShortlistFeed } from './shortlists/shortlist-feed';
import { ShortlistEntity } from './shortlists/shortlist.entity';
import { ShortlistRepository } from './shortlists/shortlist.repository';
import { ShortlistService } from './shortlists/shortlist.service';
import { SuggestionController } from './suggestions/suggestion.controller';
import { OrganisationSuggestionService } from './suggestions/organisation-suggestion.service';
import { SuggestionService } from './suggestions/suggestion.service';
import { SuggestionStore } from './suggestions/suggestion.store';

/** Shortlists, their review and the stages of a match; what fills the shortlists is in matching-worker.module. */
@Module({
  imports: [
    OrganisationsModule,
    RecordsModule,
    NeedsModule,
    ProjectsModule,
    TalentModule,
    TypeOrmModule.forFeature([
      ModelEntity,
      FeatureEntity,
      ShortlistEntity,
      RunEntity,
      MatchEntity,
      MatchMoveEntity,
      ContactEntity,
      NoteEntity,
      ShareEntity,
    ]),
  ],
  controllers: [
    ContactController,
    DuplicateController,
    ExplanationController,
    MatchController,
    ModelController,
    NoteController,
    ReceivedShareController,
    RunController,
    ShareController,
    ShortlistController,
    SuggestionController,
  ],
  providers: [
    ContactRepository,
    ContactRevealService,
    ContactService,
    DecisionHistoryRepository,
    DecisionService,
    DuplicateService,
    EmbeddingRepository,
    Embeddings,
    ExplanationService,
    FeatureRepository,
    FirstModel,
    LearningService,
    MatchPresenter,
    MatchRepository,
    MatchStart,
    ModelChoice,
    ModelRepository,
    ModelService,
    NeedEngagement,
    NoteRepository,
    NoteService,
    PairRecords,
    PairScores,
    Protection,
    ReceivedShareReader,
    ReceivedShareService,
    RecordedDecisions,
    RecordDisclosure,
    RecordSource,
    ReleaseService,
    ReviewService,
    RunRepository,
    RunService,
    SharePreparation,
    ShareRepository,
    ShareService,
    ShortlistFeed,
    ShortlistRepository,
    ShortlistService,
    StageHistoryRepository,
    StageService,
    SuggestionService,
    OrganisationSuggestionService,
    SuggestionStore,
    SupplySecrets,
    SupplyTelling,
    WeightsPreview,
    WeightsRepository,
  ],
  exports: [
    ContactService,
    EmbeddingRepository,
    Embeddings,
    ExplanationService,
    FeatureRepository,
    FirstModel,
    LearningService,
    MatchRepository,
    MatchStart,
    ModelChoice,
    ModelService,
    PairScores,
    RecordSource,
    ReviewService,
    RunRepository,
    RunService,
    ShortlistRepository,
    ShortlistService,
    StageHistoryRepository,
    StageService,
    SuggestionStore,
  ],
})
export class MatchingModule {}
