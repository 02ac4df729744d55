import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { CountingPlans, type PlanFile } from '../counting-plans';
import { ruleOn } from '../counting/counted-signing';
import { countedOf } from '../counting/readings';
import { expectedBy } from '../counting/time-marker';
import { CreditRepository } from '../crediting/credit.repository';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';
import type { PlanEntity } from '../plan.entity';
import { PlanService } from '../plan.service';
import type { TargetRule } from '../target-rule.schema';
import { type ForecastStage, meanChance, PRIORS, type StageChance } from './chances';
import type { ForecastView } from './forecast.schema';
import { type Hope, hopesOf } from './hopes';
import { chanceOfHope, outlookOf, type TargetOutlook } from './outlook';
import { Prospects } from './prospects';
import { SigningHopes } from './signing-hopes';
import { chanceOfAtLeast, intervalOf, meanOf } from './spread';

const INTERVAL = 0.8;
const DAY_MS = 86_400_000;

/** A target with the rule of today and where it stands. */
export interface Standing {
  id: string;
  code: string;
  rule: TargetRule;
  counted: number;
  due: number;
  behind: number;
  until: string;
  daysLeft: number;
}

/** What a plan can expect to its end. */
export interface Outlook {
  chances: ReadonlyMap<ForecastStage, StageChance>;
  standings: Standing[];
  outlooks: TargetOutlook[];
  chanceFor: (hope: Hope) => number;
}

/** Where a plan will stand at its end, from what is open now and how such things ended before. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly counting: CountingPlans,
    private readonly credits: CreditRepository,
    private readonly prospects: Prospects,
    private readonly signingHopes: SigningHopes,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Numbers of the whole network: they name nobody. @throws 404 PLAN.NOT_FOUND */
  async of(actor: Actor, code: string): Promise<ForecastView> {
    const { chances, standings, outlooks } = await this.look(actor, code);
    return {
      plan: code,
      asOf: this.clock.now().toISOString(),
      interval: INTERVAL,
      chances: [...chances.values()].map((chance) => ({
        stage: chance.stage,
        prior: PRIORS[chance.stage].chance,
        chance: meanChance(chance),
        days: chance.meanDays,
      })),
      targets: standings.map((standing, at) => viewOf(standing, outlooks[at] as TargetOutlook)),
    };
  }

  /** What a plan can expect, with each hope by itself. @throws 404 PLAN.NOT_FOUND */
  async look(actor: Actor, code: string): Promise<Outlook> {
    const plan = await this.database.as(actor, (tx) => this.plans.require(code, tx));
    return this.database.as(SYSTEM, (tx) => this.outlook(plan, tx));
  }

  private async outlook({ id, sampleSet }: PlanEntity, tx: EntityManager): Promise<Outlook> {
    const today = dayOf(this.clock.now());
    const file = await this.counting.get(id, tx);
    const credits = await this.credits.standingInPlan(id, tx);
    const standings = standingsOf(file, credits, today);
    const chances = await this.prospects.chances(sampleSet !== null, tx);
    const open = await this.prospects.open(sampleSet !== null, tx);
    const hopes = [
      ...open.flatMap((prospect) => hopesOf(prospect, file.targets, today)),
      ...(await this.signingHopes.of(file, credits, tx)),
    ];
    const counted = new Set(
      credits.filter(({ counts }) => counts).map(({ targetId, countedId }) => `${targetId} ${countedId}`),
    );
    const outlooks = outlookOf(standings, hopes, chances, (targetId, countedId) =>
      counted.has(`${targetId} ${countedId}`),
    );
    const daysLeft = new Map(standings.map((standing) => [standing.id, standing.daysLeft]));
    const chanceFor = (hope: Hope) => chanceOfHope(hope, chances, daysLeft.get(hope.targetId) ?? 0);
    return { chances, standings, outlooks, chanceFor };
  }
}

function standingsOf(file: PlanFile, credits: readonly TargetCreditEntity[], today: string): Standing[] {
  return file.targets.flatMap(({ id, code, versions }) => {
    const rule = (ruleOn(versions, today) ?? versions[0])?.rule;
    if (!rule) return [];
    const counted = countedOf(credits.filter(({ targetId }) => targetId === id));
    const activities = file.schedule.filter(({ number }) => rule.activities.includes(number));
    const due = expectedBy(rule.goal, activities, today, rule.settings);
    const until = rule.countAt === 'signed' ? rule.settings.signedTo : rule.settings.landedBy;
    const daysLeft = Math.max(0, (Date.parse(until) - Date.parse(today)) / DAY_MS);
    return [{ id, code, rule, counted, due, behind: Math.max(0, due - counted), until, daysLeft }];
  });
}

function viewOf(
  { code, rule, counted, due, behind, until }: Standing,
  { hopes, added }: TargetOutlook,
): ForecastView['targets'][number] {
  const { low, high } = intervalOf(added, INTERVAL);
  const byStage: Partial<Record<ForecastStage, number>> = {};
  for (const { stage } of hopes) byStage[stage] = (byStage[stage] ?? 0) + 1;
  return {
    code,
    goal: rule.goal,
    counted,
    due,
    behind,
    open: hopes.length,
    byStage,
    mean: counted + meanOf(added),
    low: counted + low,
    high: counted + high,
    reaches: chanceOfAtLeast(added, rule.goal - counted),
    until,
  };
}
