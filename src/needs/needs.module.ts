import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordsModule } from '../records/records.module';
import { NeedController } from './need.controller';
import { NeedEntity, NeedVersionEntity } from './need.entity';
import { NeedRepository } from './need.repository';
import { NeedService } from './need.service';

@Module({
  imports: [RecordsModule, TypeOrmModule.forFeature([NeedEntity, NeedVersionEntity])],
  controllers: [NeedController],
  providers: [NeedService, NeedRepository],
  exports: [NeedService, NeedRepository],
})
export class NeedsModule {}
