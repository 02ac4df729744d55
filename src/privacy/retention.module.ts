import { Module } from '@nestjs/common';
import { AccountsModule } from '../identity/accounts.module';
import { ErasureRepository } from './erasure.repository';
import { PersonRemoval } from './person-removal';
import { Retention } from './retention';

/** Privacy's work by the clock: in a worker. */
@Module({
  imports: [AccountsModule],
  providers: [ErasureRepository, PersonRemoval, Retention],
  exports: [Retention],
})
export class RetentionModule {}
