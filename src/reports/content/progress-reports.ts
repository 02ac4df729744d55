import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import type { Locale } from '../../common/locale';
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
import { oneKind, sampleMark } from './one-kind';
import { before, endOf, longDay, longPeriod, monthOf, type Period, weekOf } from './period';
import { count, number, type Report, type ReportTable, share, text } from './report';
import { type Say, sayIn } from './say';
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
  locale: Locale;
}

const notes = (say: Say): string[] => [
  say(
    '签约：已有签约材料并经认定的主体数（看板“已签约”）；认定：达到该指标计数口径的主体数（看板数字）。',
    'Signed: subjects with confirmed papers of signing (the board’s “signed”). Confirmed: subjects that have reached the level at which the target counts (the board’s number).',
  ),
  say(
    '应达＝目标×该指标所属活动已举办的份额；差额＝累计认定－应达，负数为滞后。预计＝已报待认定、可计入该指标的主体数。',
    'Due = goal × share of the target’s activities already held; difference = confirmed in all − due, behind when negative. Expected = subjects recorded and waiting to be confirmed that can count for the target.',
  ),
  say(
    '同一签约可计入多项指标，各项相加为项次，不是签约个数；目标无明文数字的指标不计完成率。',
    'One signing may count for several targets, so their sum is not a number of signings; targets without a stated figure have no rate.',
  ),
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
  async weekly(actor: Actor, code: string, day: string, locale: Locale): Promise<Report> {
    const standing = await this.standing(actor, code, weekOf(day), locale);
    return reportOf(standing, sayIn(locale)('周报', ' weekly report'), [targetTable(standing, false)]);
  }

  /** The month of `day`. @throws 404; 422 REPORT.SAMPLE_MIX */
  async monthly(actor: Actor, code: string, day: string, locale: Locale): Promise<Report> {
    const standing = await this.standing(actor, code, monthOf(day), locale);
    const say = sayIn(locale);
    const activities = standing.plan.activities.map(({ id }) => id);
    const tables = await this.figures.monthly(activities, standing.period, standing.end, locale);
    return reportOf(standing, say('月报', ' monthly report'), [targetTable(standing, true), ...tables]);
  }

  private async standing(actor: Actor, code: string, period: Period, locale: Locale): Promise<Standing> {
    const say = sayIn(locale);
    const plan = await this.plans.get(actor, code);
    const end = endOf(period, this.clock.now());
    const now = await this.progress.of(actor, code, end.toISOString());
    const then = await this.progress.of(actor, code, before(period).toISOString());
    const lines = await this.database.as(SYSTEM, (tx) => this.credits.linesOfPlan(plan.id, end, tx));
    const { targets } = await this.forecasts.of(actor, code);
    const charged = new Map<string, string>();
    for (const { code: target } of plan.targets)
      charged.set(target, chargedWith(await this.allocations.get(actor, { code, target }), say));
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
      locale,
    };
  }
}

function reportOf(standing: Standing, name: string, tables: ReportTable[]): Report {
  const { plan, period, end, sampleSet, locale } = standing;
  const say = sayIn(locale);
  return {
    locale,
    title: `${sampleMark(sampleSet, say)}${plan.name}${name}`,
    period: longPeriod(period, locale),
    asOf: end.toISOString(),
    sampleSet,
    summary: summaryOf(standing, say),
    tables,
    notes: notes(say),
  };
}

const signedOf = (target: TargetProgress): number =>
  target.readings.find(({ code }) => code === 'signed')?.counted ?? 0;

function targetTable(
  { now, then, withdrawn, waiting, charged, locale }: Standing,
  isMonth: boolean,
): ReportTable {
  const earlier = new Map(then.targets.map((target) => [target.code, target]));
  const say = sayIn(locale);
  const [unit, period] = isMonth ? ['月', 'month'] : ['周', 'week'];
  return {
    name: say('指标进展情况表', 'Targets'),
    columns: [
      text(say('指标', 'Target'), 30),
      text(say('单位', 'Unit'), 8),
      count(say('目标', 'Goal'), 8),
      count(say(`本${unit}签约`, `Signed in the ${period}`)),
      count(say(`本${unit}认定`, `Confirmed in the ${period}`)),
      ...(isMonth ? [count(say('本月核减', 'Taken back in the month'))] : []),
      count(say('累计签约', 'Signed in all')),
      count(say('累计认定', 'Confirmed in all')),
      share(say('完成率', 'Rate')),
      number(say('应达', 'Due')),
      number(say('差额', 'Difference')),
      count(say(`下${unit}预计`, `Expected next ${period}`)),
      text(say('问题', 'Problem'), 20),
      text(say('责任单位', 'Charged with it'), 20),
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
        lagOf(target, say),
        charged.get(target.code) ?? '',
      ];
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const isBehind = ({ counted, expected }: TargetProgress): boolean => round(expected - counted) > 0;

function lagOf(target: TargetProgress, say: Say): string {
  if (!isBehind(target)) return '';
  const lag = round(target.expected - target.counted);
  return say(`低于应达${lag}${target.unit}`, `${lag} below what is due`);
}

/** Who has to deliver: the parks a target is given to, else its activities. */
function chargedWith({ allocations }: AllocationsView, say: Say): string {
  const parks = allocations.flatMap(({ park, goal }) => (park === null ? [] : [`${park}(${goal})`]));
  const activities = allocations.flatMap(({ activity, goal }) =>
    activity === null ? [] : [say(`活动${activity}(${goal})`, `activity ${activity} (${goal})`)],
  );
  return (parks.length > 0 ? parks : activities).join(say('、', ', '));
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

function summaryOf({ now, then, end, waiting, locale }: Standing, say: Say): string[] {
  const { goals, counted, signings } = now.totals;
  const behind = now.targets.filter((target) => target.stated && isBehind(target));
  const rate = goals === 0 ? '—' : `${((100 * counted) / goals).toFixed(1)}%`;
  const expected = [...waiting.values()].reduce((sum, value) => sum + value, 0);
  const day = longDay(dayOf(end), locale);
  const [more, moreSignings] = [counted - then.totals.counted, signings - then.totals.signings];
  return [
    say('一、总体情况', '1. Overall'),
    say(
      `截至${day}，有明文数字的目标共${goals}项次，累计认定${counted}项次（${rate}），涉及签约${signings}个。` +
        `本期认定净增${more}项次，涉及签约净增${moreSignings}个；已报待认定、可计入目标的主体${expected}个。`,
      `By ${day}, the targets with a stated figure add up to ${goals}, of which ${counted} are confirmed (${rate}), by ${signings} signings. ` +
        `Net change in the period: ${more} confirmed, ${moreSignings} signings; ${expected} subjects wait to be confirmed.`,
    ),
    say('二、滞后指标', '2. Targets behind'),
    behind.length === 0
      ? say('各项指标均不低于应达进度。', 'No target is below what is due.')
      : behind.map((target) => behindWords(target, say)).join(say('；', '; ')) + say('。', '.'),
  ];
}

const behindWords = ({ name, counted, expected, unit }: TargetProgress, say: Say): string =>
  say(
    `${name}应达${expected}${unit}、已认定${counted}${unit}`,
    `${name}: ${expected} due, ${counted} confirmed`,
  );
