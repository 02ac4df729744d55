import { Module } from '@nestjs/common';
import { AccountsModule } from '../identity/accounts.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { QueuesModule } from '../queues/queues.module';
import { Placement } from './placement';
import { RecordCodeRepository } from './record-code.repository';
import { RecordDesk } from './record-desk';
import { RecordFramer } from './record-framer';
import { RecordList } from './record-list';
import { RecordUpsert } from './record-upsert';

/** What needs, projects and talents have in common; each of them brings its own table. */
@Module({
  imports: [AccountsModule, OrganisationsModule, QueuesModule],
  providers: [
    Placement,
    RecordCodeRepository,
    RecordDesk,
    RecordFramer,
    RecordList,
    RecordUpsert,
  ],
  exports: [
    Placement,
    RecordCodeRepository,
    RecordDesk,
    RecordFramer,
    RecordList,
    RecordUpsert,
  ],
})
export class RecordsModule {}
