import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import type { Locale } from '../../common/locale';
import { ParkService } from '../../organisations/park.service';
import { AllocationReader } from '../../plan/allocation-reader';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { oneKind, sampleMark } from './one-kind';
import { type ParkFigures, ParkFiguresRepository } from './park-figures.repository';
import { longDay } from './period';
import { type Cell, count, type Report, share, text } from './report';
import { sayIn } from './say';

/** 分园区: what was given to each park, and how far it has come on the way there. */
@Injectable()
export class ParkReport {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly allocations: AllocationReader,
    private readonly parks: ParkService,
    private readonly figures: ParkFiguresRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** All parks for the platform and the commission, a park's officers their own. @throws 404; 422 REPORT.SAMPLE_MIX */
  async of(actor: Actor, code: string, locale: Locale): Promise<Report> {
    const say = sayIn(locale);
    const plan = await this.plans.get(actor, code);
    const now = this.clock.now();
    const { figures, parks, sampleSets } = await this.database.as(SYSTEM, async (tx) => ({
      figures: await this.figures.all(
        plan.activities.map(({ id }) => id),
        dayOf(now),
        tx,
      ),
      parks: new Map((await this.parks.list(tx)).map((park) => [park.id, park])),
      sampleSets: await this.figures.sampleSets(tx),
    }));
    const sampleSet = oneKind(sampleSets);
    const given = await this.given(actor, plan);
    const isBound = actor.parkIds.length > 0;
    const seen = figures.filter(({ parkId }) => !isBound || actor.parkIds.includes(parkId));
    return {
      locale,
      title: `${sampleMark(sampleSet, say)}${plan.name}${say('分园区情况表', ' by park')}`,
      period: longDay(dayOf(now), locale),
      asOf: now.toISOString(),
      sampleSet,
      summary: [],
      tables: [
        {
          name: say('分园区情况表', 'By park'),
          columns: [
            text(say('园区', 'Park'), 20),
            count(say('分解任务', 'Given to it')),
            count(say('认定', 'Confirmed')),
            share(say('完成率', 'Rate')),
            count(say('征集', 'Collected')),
            count(say('发布', 'Published')),
            count(say('推荐', 'Recommended')),
            count(say('对接', 'In talks')),
            count(say('签约', 'Signed')),
            share(say('转化率', 'Signed of recommended')),
            count(say('待初审', 'To be checked')),
            share(say('退回率', 'Sent back')),
            count(say('逾期回访', 'Overdue follow-ups')),
          ],
          rows: seen.map((figure) => {
            const park = parks.get(figure.parkId);
            return rowOf(park?.name ?? '', figure, given.get(park?.code ?? '') ?? { goal: 0, counted: 0 });
          }),
        },
      ],
      notes: [
        say(
          '分解任务、认定为分解到该园区的各指标项次之和；转化率＝签约÷推荐；退回率＝曾退回补正÷已初审的签约。',
          'Given and confirmed are sums over the targets of which the park was given a part. Sent back = signings returned once ÷ signings checked.',
        ),
        say(
          '征集、发布为需求与项目；推荐、对接、签约为该园区需求方的对接。',
          'Collected and published are needs and projects; recommended, in talks and signed are matches whose demand is the park’s.',
        ),
      ],
    };
  }

  /** What is given to each park over all targets, and counted of it. */
  private async given(
    actor: Actor,
    { code, targets }: { code: string; targets: readonly { code: string }[] },
  ): Promise<Map<string, { goal: number; counted: number }>> {
    const given = new Map<string, { goal: number; counted: number }>();
    for (const { code: target } of targets)
      for (const { park, goal, counted } of (await this.allocations.get(actor, { code, target }))
        .allocations) {
        if (park === null) continue;
        const sum = given.get(park) ?? { goal: 0, counted: 0 };
        given.set(park, { goal: sum.goal + goal, counted: sum.counted + counted });
      }
    return given;
  }
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const rowOf = (
  name: string,
  park: ParkFigures,
  { goal, counted }: { goal: number; counted: number },
): Cell[] => [
  name,
  goal,
  counted,
  ratio(counted, goal),
  park.collected,
  park.published,
  park.shared,
  park.talked,
  park.signed,
  ratio(park.signed, park.shared),
  park.waiting,
  ratio(park.returned, park.checked),
  park.overdue,
];
