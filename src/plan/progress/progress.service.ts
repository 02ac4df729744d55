import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { groupBy } from '../../common/group-by';
import type { Locale } from '../../common/locale';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { currentRequest } from '../../platform/http/request-context';
import type { ActivityEntity } from '../activity.entity';
import { AllocationRepository } from '../allocation.repository';
import { CountingPlans } from '../counting-plans';
import { ruleOn, type RuleVersion } from '../counting/counted-signing';
import { countByRegion, countedOf, type Reading, readingsOf } from '../counting/readings';
import { expectedBy } from '../counting/time-marker';
import { CreditRepository } from '../crediting/credit.repository';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';
import type { PlanEntity } from '../plan.entity';
import { PlanService } from '../plan.service';
import type { TargetEntity } from '../target.entity';
import type { ProgressView, ReadingView, TargetProgress } from './progress.schema';
import { readingCode, readingName } from './reading-names';

/** Where a plan stands: always counted from the ledger, never from a stored number. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly counting: CountingPlans,
    private readonly credits: CreditRepository,
    private readonly allocations: AllocationRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Everybody who may read the plan reads the numbers of the whole network: they name nobody.
   * @throws 404 PLAN.NOT_FOUND
   */
  async of(actor: Actor, code: string, asOf?: string): Promise<ProgressView> {
    const plan = await this.database.as(actor, (tx) => this.plans.require(code, tx));
    const until = asOf === undefined ? this.clock.now() : new Date(asOf);
    return this.database.as(SYSTEM, (tx) => this.count(plan, until, tx));
  }

  private async count(plan: PlanEntity, until: Date, tx: EntityManager): Promise<ProgressView> {
    const file = await this.counting.get(plan.id, tx, until);
    const credits = groupBy(
      await this.credits.standingInPlan(plan.id, tx, until),
      ({ targetId }) => targetId,
    );
    const held = await this.credits.subjectsByActivity(plan.id, until, tx);
    const allocated = await this.allocations.sums(plan.id, tx);
    const locale = currentRequest()?.locale ?? 'zh-CN';
    const targets = file.targets.flatMap((target) => {
      const version = ruleOn(target.versions, dayOf(until)) ?? target.versions[0];
      if (!version) return [];
      const own = credits.get(target.id) ?? [];
      const readings = readingsOf(version.rule, own, file.activities);
      return [
        {
          ...progressOf(target, version, own),
          expected: expectedOf(version, file.schedule, dayOf(until)),
          readings: readings.map((reading) => readingView(reading, locale)),
          allocated: allocated(target.id),
        },
      ];
    });
    return {
      plan: plan.code,
      sampleSet: plan.sampleSet,
      asOf: until.toISOString(),
      targets,
      activities: file.schedule.map(({ id, number }) => ({ number, subjects: held.get(id) ?? 0 })),
      totals: totalsOf(file.targets, targets, credits),
    };
  }
}

type Numbers = Omit<TargetProgress, 'expected' | 'readings' | 'allocated'>;

function progressOf(
  target: TargetEntity,
  { version, rule }: RuleVersion,
  credits: readonly TargetCreditEntity[],
): Numbers {
  const counted = countedOf(credits);
  return {
    code: target.code,
    name: target.name,
    unit: target.unit,
    goal: rule.goal,
    atLeast: rule.atLeast,
    stated: target.stated,
    activities: rule.activities,
    openGroup: rule.openGroup,
    countAt: rule.countAt,
    broughtIn: rule.broughtIn,
    quality: rule.quality ?? null,
    note: target.note,
    ruleVersion: version,
    counted,
    completion: target.stated && rule.goal > 0 ? counted / rule.goal : null,
    byRegion: countByRegion(credits),
  };
}

const expectedOf = ({ rule }: RuleVersion, activities: readonly ActivityEntity[], day: string): number =>
  expectedBy(
    rule.goal,
    activities.filter(({ number }) => rule.activities.includes(number)),
    day,
    rule.settings,
  );

const readingView = (reading: Reading, locale: Locale): ReadingView => ({
  code: readingCode(reading),
  name: readingName(reading, locale),
  counted: reading.counted,
  ...(reading.by === 'amount' && { yuan: reading.yuan, goalYuan: reading.goalYuan }),
});

function totalsOf(
  targets: readonly TargetEntity[],
  views: readonly Pick<TargetProgress, 'stated' | 'goal' | 'counted'>[],
  credits: ReadonlyMap<string, readonly TargetCreditEntity[]>,
): ProgressView['totals'] {
  const stated = views.filter((view) => view.stated);
  const behind = targets
    .filter((target) => target.stated)
    .flatMap(({ id }) => credits.get(id) ?? [])
    .filter(({ counts }) => counts);
  return {
    goals: stated.reduce((sum, { goal }) => sum + goal, 0),
    counted: stated.reduce((sum, { counted }) => sum + counted, 0),
    signings: new Set(behind.map(({ signingId }) => signingId)).size,
  };
}
