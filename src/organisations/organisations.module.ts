import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationController } from './organisation.controller';
import { OrganisationEntity } from './organisation.entity';
import { OrganisationRepository } from './organisation.repository';
import { OrganisationService } from './organisation.service';
import { ParkController } from './park.controller';
import { ParkEntity } from './park.entity';
import { ParkRepository } from './park.repository';
import { ParkService } from './park.service';

@Module({
  imports: [TypeOrmModule.forFeature([OrganisationEntity, ParkEntity])],
  controllers: [OrganisationController, ParkController],
  providers: [OrganisationService, OrganisationRepository, ParkService, ParkRepository],
  exports: [OrganisationRepository, OrganisationService, ParkService],
})
export class OrganisationsModule {}
