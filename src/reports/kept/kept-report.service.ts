import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { addDays, type Clock, dayOf } from '../../common/clock';
import { DomainError, NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import type { PlanSummary } from '../../plan/plan.schema';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { weekOf } from '../content/period';
import { ProgressReports } from '../content/progress-reports';
import type { Report } from '../content/report';
import type { KeptReportView } from '../report.schema';
import { KeptReportRepository } from './kept-report.repository';

/** 周报 that make themselves: on Monday the week before is kept, with the numbers it ended with. */
@Injectable()
export class KeptReportService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly progress: ProgressReports,
    private readonly kept: KeptReportRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The latest first. @throws 404 PLAN.NOT_FOUND */
  list(actor: Actor, code: string): Promise<KeptReportView[]> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(code, tx);
      return (await this.kept.of(plan.id, tx)).map(({ id, kind, content, madeAt, sampleSet }) => ({
        id,
        kind,
        title: content.title,
        period: content.period,
        madeAt: madeAt.toISOString(),
        sampleSet,
      }));
    });
  }

  /** @throws 404 REPORT.NOT_FOUND */
  get(actor: Actor, id: string): Promise<Report> {
    return this.database.as(actor, async (tx) => {
      const found = await this.kept.find(id, tx);
      if (!found) throw new NotFound('REPORT.NOT_FOUND', 'There is no such report');
      // Those kept first did not say their language.
      return { ...found.content, locale: 'zh-CN' };
    });
  }

  /** Keeps the last whole week of every plan that runs. Answers how many reports are new. */
  async keepDue(): Promise<number> {
    const today = dayOf(this.clock.now());
    const week = weekOf(addDays(today, -7));
    let made = 0;
    for (const plan of await this.plans.list(SYSTEM))
      if (isRunning(plan, week.to) && (await this.keep(plan, week.from))) made += 1;
    return made;
  }

  private async keep({ id: planId, code, sampleSet }: PlanSummary, from: string): Promise<boolean> {
    const isKept = await this.database.as(SYSTEM, (tx) => this.kept.isKept(planId, 'weekly', from, tx));
    if (isKept) return false;
    try {
      const content = await this.progress.weekly(SYSTEM, code, from, 'zh-CN');
      const row = {
        id: newId(),
        planId,
        kind: 'weekly',
        fromOn: from,
        content,
        madeAt: this.clock.now(),
      } as const;
      await this.database.as(SYSTEM, (tx) =>
        this.kept.add({ ...row, sampleSet: sampleSet ?? content.sampleSet }, tx),
      );
      return true;
    } catch (error) {
      // A mix of sample and real rows is refused here as everywhere; the next run looks again.
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

/** A plan is reported from its year's first week to the week in which the year after begins. */
const isRunning = ({ year }: PlanSummary, day: string): boolean =>
  day >= `${year}-01-01` && day <= `${year + 1}-01-07`;
