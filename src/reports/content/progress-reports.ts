import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { AllocationReader } from '../../plan/allocation-reader';
import { CreditRepository } from '../../plan/crediting/credit.repository';
import type { TargetCreditEntity } from '../../plan/crediting/target-credit.entity';
import { ForecastService } from '../../plan/forecast/forecast.service';
import type { AllocationsView, PlanView } from '../../plan/plan.schema';
import { PlanService } from '../../plan/plan.service';
import type { ProgressView, TargetProgress } from '../../plan/progress/progress.schema';
import { ProgressService } from '../../plan/progress/progress.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { oneKind } from './one-kind';
import { before, endOf, longDay, longPeriod, monthOf, type Period, weekOf } from './period';
import { count, number, type Report, type ReportTable, share, text } from './report';
import { SigningFigures } from './signing-figures';

/** What a report of a period is made of. */
interface Standing {
  plan: PlanView;
  period: Period;
  end: Date;
  then: ProgressView;
  now: ProgressView;
  /** What was taken back in the period, by target. */
  withdrawn: ReadonlyMap<string, number>;
  waiting: ReadonlyMap<string, number>;
  charged: ReadonlyMap<string, string>;
  sampleSet: string | null;
}

const NOTES = [
  '签约：已有签约材料并经认定的主体数（看板“已签约”）；认定：达到该指标计数口径的主体数（看板数字）。',
  '应达＝目标×该指标所属活动已举办的份额；差额＝累计认定－应达，负数为滞后。预计＝已报待认定、可计入该指标的主体数。',
  '同一签约可计入多项指标，各项相加为项次，不是签约个数；目标无明文数字的指标不计完成率。',
];

/** 周报 and 月报: where the plan's targets stand and what the period added; every number is the board's. */
@Injectable()
export class ProgressReports {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly progress: ProgressService,
    private readonly forecasts: ForecastService,
    private readonly allocations: AllocationReader,
    private readonly credits: CreditRepository,
    private readonly figures: SigningFigures,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The week of `day`. @throws 404; 422 REPORT.SAMPLE_MIX */
  async weekly(actor: Actor, code: string, day: string): Promise<Report> {
    const standing = await this.standing(actor, code, weekOf(day));
    return reportOf(standing, '周报', [{ ...targetTable(standing, '周'), name: '指标进展情况表' }]);
  }

  /** The month of `day`. @throws 404; 422 REPORT.SAMPLE_MIX */
  async monthly(actor: Actor, code: string, day: string): Promise<Report> {
    const standing = await this.standing(actor, code, monthOf(day));
    const activities = standing.plan.activities.map(({ id }) => id);
    const tables = await this.figures.monthly(activities, standing.period, standing.end);
    return reportOf(standing, '月报', [targetTable(standing, '月'), ...tables]);
  }

  private async standing(actor: Actor, code: string, period: Period): Promise<Standing> {
    const plan = await this.plans.get(actor, code);
    const end = endOf(period, this.clock.now());
    const now = await this.progress.of(actor, code, end.toISOString());
    const then = await this.progress.of(actor, code, before(period).toISOString());
    const lines = await this.database.as(SYSTEM, (tx) => this.credits.linesOfPlan(plan.id, end, tx));
    const { targets } = await this.forecasts.of(actor, code);
    const charged = new Map<string, string>();
    for (const { code: target } of plan.targets)
      charged.set(target, chargedWith(await this.allocations.get(actor, { code, target })));
    return {
      plan,
      period,
      end,
      then,
      now,
      withdrawn: withdrawnIn(plan, lines, before(period)),
      waiting: new Map(targets.map(({ code: target, byStage }) => [target, byStage.checking ?? 0])),
      charged,
      sampleSet: lines.length === 0 ? plan.sampleSet : oneKind(lines.map(({ sampleSet }) => sampleSet)),
    };
  }
}

function reportOf(standing: Standing, name: string, tables: ReportTable[]): Report {
  const { plan, period, end, sampleSet } = standing;
  const mark = sampleSet === null ? '' : '【样例】';
  return {
    title: `${mark}${plan.name}${name}`,
    period: longPeriod(period),
    asOf: end.toISOString(),
    sampleSet,
    summary: summaryOf(standing),
    tables,
    notes: NOTES,
  };
}

const signedOf = (target: TargetProgress): number =>
  target.readings.find(({ code }) => code === 'signed')?.counted ?? 0;

function targetTable({ now, then, withdrawn, waiting, charged }: Standing, unit: '周' | '月'): ReportTable {
  const earlier = new Map(then.targets.map((target) => [target.code, target]));
  const isMonth = unit === '月';
  return {
    name: '指标进展情况表',
    columns: [
      text('指标', 30),
      text('单位', 8),
      count('目标', 8),
      count(`本${unit}签约`),
      count(`本${unit}认定`),
      ...(isMonth ? [count('本月核减')] : []),
      count('累计签约'),
      count('累计认定'),
      share('完成率'),
      number('应达'),
      number('差额'),
      count(`下${unit}预计`),
      text('问题', 20),
      text('责任单位', 20),
    ],
    rows: now.targets.map((target) => {
      const past = earlier.get(target.code);
      return [
        `${target.code} ${target.name}`,
        target.unit,
        target.goal,
        signedOf(target) - (past ? signedOf(past) : 0),
        target.counted - (past?.counted ?? 0),
        ...(isMonth ? [withdrawn.get(target.code) ?? 0] : []),
        signedOf(target),
        target.counted,
        target.completion,
        target.expected,
        round(target.counted - target.expected),
        waiting.get(target.code) ?? 0,
        lagOf(target),
        charged.get(target.code) ?? '',
      ];
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const isBehind = ({ counted, expected }: TargetProgress): boolean => round(expected - counted) > 0;

const lagOf = (target: TargetProgress): string =>
  isBehind(target) ? `低于应达${round(target.expected - target.counted)}${target.unit}` : '';

/** Who has to deliver: the parks a target is given to, else its activities. */
function chargedWith({ allocations }: AllocationsView): string {
  const parks = allocations.flatMap(({ park, goal }) => (park === null ? [] : [`${park}(${goal})`]));
  const activities = allocations.flatMap(({ activity, goal }) =>
    activity === null ? [] : [`活动${activity}(${goal})`],
  );
  return (parks.length > 0 ? parks : activities).join('、');
}

function withdrawnIn(plan: PlanView, lines: readonly TargetCreditEntity[], from: Date): Map<string, number> {
  const codes = new Map(plan.targets.map(({ id, code }) => [id, code]));
  const withdrawn = new Map<string, number>();
  for (const { sign, counts, at, targetId } of lines) {
    const code = codes.get(targetId);
    if (sign === -1 && counts && at > from && code !== undefined)
      withdrawn.set(code, (withdrawn.get(code) ?? 0) + 1);
  }
  return withdrawn;
}

function summaryOf({ now, then, end, waiting }: Standing): string[] {
  const { goals, counted, signings } = now.totals;
  const behind = now.targets.filter((target) => target.stated && isBehind(target));
  const rate = goals === 0 ? '—' : `${((100 * counted) / goals).toFixed(1)}%`;
  const expected = [...waiting.values()].reduce((sum, value) => sum + value, 0);
  return [
    '一、总体情况',
    `截至${longDay(dayOf(end))}，有明文数字的目标共${goals}项次，累计认定${counted}项次（${rate}），涉及签约${signings}个。` +
      `本期认定净增${counted - then.totals.counted}项次，涉及签约净增${signings - then.totals.signings}个；已报待认定、可计入目标的主体${expected}个。`,
    '二、滞后指标',
    behind.length === 0
      ? '各项指标均不低于应达进度。'
      : `${behind
          .map(
            ({ name, counted: has, expected: due, unit }) => `${name}应达${due}${unit}、已认定${has}${unit}`,
          )
          .join('；')}。`,
  ];
}
