import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../identity/accounts.module';
import { RecordsModule } from '../records/records.module';
import { PersonContacts } from './person-contacts';
import { PersonContactEntity, PersonEntity } from './person.entity';
import { PersonIdentities } from './person-identities';
import { PersonRepository } from './person.repository';
import { PersonService } from './person.service';
import { TalentIntake } from './talent-intake';
import { TalentPersonController } from './talent-person.controller';
import { TalentPersonService } from './talent-person.service';
import { TalentPresenter } from './talent-presenter';
import { TalentController } from './talent.controller';
import { TalentEntity, TalentVersionEntity } from './talent.entity';
import { TalentRepository } from './talent.repository';
import { TalentService } from './talent.service';

@Module({
  imports: [
    AccountsModule,
    RecordsModule,
    TypeOrmModule.forFeature([TalentEntity, TalentVersionEntity, PersonEntity, PersonContactEntity]),
  ],
  // The person's routes first: their paths would also fit the talents' ':id/:move'.
  controllers: [TalentPersonController, TalentController],
  providers: [
    PersonContacts,
    PersonIdentities,
    PersonRepository,
    PersonService,
    TalentIntake,
    TalentPersonService,
    TalentPresenter,
    TalentRepository,
    TalentService,
  ],
  exports: [
    PersonContacts,
    PersonIdentities,
    PersonRepository,
    PersonService,
    TalentIntake,
    TalentPresenter,
    TalentRepository,
    TalentService,
  ],
})
export class TalentModule {}
