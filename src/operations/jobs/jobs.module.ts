import { Module } from '@nestjs/common';
import { JobController } from './job.controller';
import { JobService } from './job.service';
import { WorkHealthController } from './work-health.controller';

/** Background jobs as people look at them. */
@Module({
  controllers: [JobController, WorkHealthController],
  providers: [JobService],
  exports: [JobService],
})
export class JobsModule {}
