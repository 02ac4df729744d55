import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NeedsModule } from '../needs/needs.module';
import { ProjectsModule } from '../projects/projects.module';
import { TalentModule } from '../talent/talent.module';
import { RecordSource } from './corpus/record-source';
import { FeatureEntity } from './features/feature.entity';
import { FeatureRepository } from './features/feature.repository';
import { FirstModel } from './models/first-model';
import { ModelEntity } from './models/model.entity';
import { ModelRepository } from './models/model.repository';
import { ModelService } from './models/model.service';
import { MatchEntity } from './review/match.entity';
import { MatchMoveEntity } from './review/match-move.entity';
import { MatchRepository } from './review/match.repository';
import { StageService } from './review/stage.service';
import { RunController } from './runs/run.controller';
import { RunEntity } from './runs/run.entity';
import { RunProgressFeed } from './runs/run-progress';
import { RunRepository } from './runs/run.repository';
import { RunService } from './runs/run.service';
import { Protection } from './sharing/protection';
import { ShareEntity } from './sharing/share.entity';
import { ShareRepository } from './sharing/share.repository';
import { ShortlistController } from './shortlists/shortlist.controller';
import { ShortlistEntity } from './shortlists/shortlist.entity';
import { ShortlistRepository } from './shortlists/shortlist.repository';
import { ShortlistService } from './shortlists/shortlist.service';

/** Shortlists, their review and the stages of a match; what fills the shortlists is in matching-worker.module. */
@Module({
  imports: [
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
      ShareEntity,
    ]),
  ],
  controllers: [RunController, ShortlistController],
  providers: [
    FeatureRepository,
    FirstModel,
    MatchRepository,
    ModelRepository,
    ModelService,
    Protection,
    RecordSource,
    RunProgressFeed,
    RunRepository,
    RunService,
    ShareRepository,
    ShortlistRepository,
    ShortlistService,
    StageService,
  ],
  exports: [
    FeatureRepository,
    FirstModel,
    ModelService,
    RecordSource,
    RunRepository,
    RunService,
    ShortlistRepository,
    StageService,
  ],
})
export class MatchingModule {}
