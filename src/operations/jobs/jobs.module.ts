import { Module } from '@nestjs/common';
import { JobController } from './job.controller';
import { JobService } from './job.service';

/** Background jobs as people look at them. */
@Module({ controllers: [JobController], providers: [JobService], exports: [JobService] })
export class JobsModule {}
