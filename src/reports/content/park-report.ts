import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { ParkService } from '../../organisations/park.service';
import { AllocationReader } from '../../plan/allocation-reader';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { oneKind } from './one-kind';
import { type ParkFigures, ParkFiguresRepository } from './park-figures.repository';
import { longDay } from './period';
import { type Cell, count, type Report, share, text } from './report';

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
  async of(actor: Actor, code: string): Promise<Report> {
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
      title: `${sampleSet === null ? '' : '【样例】'}${plan.name}分园区情况表`,
      period: longDay(dayOf(now)),
      asOf: now.toISOString(),
      sampleSet,
      summary: [],
      tables: [
        {
          name: '分园区情况表',
          columns: [
            text('园区', 20),
            count('分解任务'),
            count('认定'),
            share('完成率'),
            count('征集'),
            count('发布'),
            count('推荐'),
            count('对接'),
            count('签约'),
            share('转化率'),
            count('待初审'),
            share('退回率'),
            count('逾期回访'),
          ],
          rows: seen.map((figure) => {
            const park = parks.get(figure.parkId);
            return rowOf(park?.name ?? '', figure, given.get(park?.code ?? '') ?? { goal: 0, counted: 0 });
          }),
        },
      ],
      notes: [
        '分解任务、认定为分解到该园区的各指标项次之和；转化率＝签约÷推荐；退回率＝曾退回补正÷已初审的签约。',
        '征集、发布为需求与项目；推荐、对接、签约为该园区需求方的对接。',
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
