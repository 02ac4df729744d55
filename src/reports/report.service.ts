import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { Forbidden, InvalidInput } from '../common/errors';
import { InjectClock } from '../platform/clock/clock.module';
import { ActivityReport } from './content/activity-report';
import { ParkReport } from './content/park-report';
import { ProgressReports } from './content/progress-reports';
import type { Report, ReportKind } from './content/report';
import { SigningReport } from './content/signing-report';
import { SubmissionReport } from './content/submission-report';
import type { ReportQuery } from './report.schema';

/** The reports that are asked for, as their reader may know them. */
@Injectable()
export class ReportService {
  constructor(
    private readonly progress: ProgressReports,
    private readonly activities: ActivityReport,
    private readonly parks: ParkReport,
    private readonly signings: SigningReport,
    private readonly submissions: SubmissionReport,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404; 403 REPORT.NOT_YOURS; 400 REPORT.CHOICE_MISSING; 422 REPORT.SAMPLE_MIX */
  make(actor: Actor, kind: ReportKind, { plan, on, locale, ...choice }: ReportQuery): Promise<Report> {
    const day = on ?? dayOf(this.clock.now());
    switch (kind) {
      case 'weekly':
        return this.progress.weekly(actor, plan, day, locale);
      case 'monthly':
        return this.progress.monthly(actor, plan, day, locale);
      case 'activity':
        return this.activities.of(actor, plan, required(choice.activity, 'activity'), locale);
      case 'parks':
        if (actor.role === 'organiser') throw notYours();
        return this.parks.of(actor, plan, locale);
      case 'signings':
        if (actor.role === 'commission') throw notYours();
        return this.signings.of(actor, plan, choice, locale);
      case 'submission':
        if (actor.role === 'organiser') throw notYours();
        return this.submissions.of(actor, plan, required(choice.submission, 'submission'));
    }
  }
}

function required<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw new InvalidInput('REPORT.CHOICE_MISSING', `Say which ${name}`, { params: { choice: name } });
}

const notYours = () => new Forbidden('REPORT.NOT_YOURS', 'This report is not for this role');
