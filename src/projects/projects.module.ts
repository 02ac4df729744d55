import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../records/records.module';
import { ProjectController } from './project.controller';
import { ProjectEntity, ProjectVersionEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import { ProjectService } from './project.service';

@Module({
  imports: [RecordsModule, TypeOrmModule.forFeature([ProjectEntity, ProjectVersionEntity])],
  controllers: [ProjectController],
  providers: [ProjectService, ProjectRepository],
  exports: [ProjectService, ProjectRepository],
})
export class ProjectsModule {}
