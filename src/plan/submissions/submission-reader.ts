import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { groupBy } from '../../common/group-by';
import type { Page } from '../../common/page';
import { Database } from '../../platform/database/database';
import { SigningService } from '../../signings/signing.service';
import { countedOf } from '../counting/readings';
import type { PlanEntity } from '../plan.entity';
import { PlanPlaces } from '../plan-places';
import { PlanRepository } from '../plan.repository';
import { PlanService } from '../plan.service';
import type { Change } from './changes';
import type { SubmissionEntity, SubmissionRowEntity } from './submission.entity';
import { SubmissionRepository } from './submission.repository';
import type {
  SubmissionParam,
  SubmissionRowsQuery,
  SubmissionRowView,
  SubmissionView,
} from './submission.schema';
import { SubmissionService } from './submission.service';

/** Shows what was submitted: the numbers to whoever reads the plan, the rows to whom they concern. */
@Injectable()
export class SubmissionReader {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly planRows: PlanRepository,
    private readonly places: PlanPlaces,
    private readonly service: SubmissionService,
    private readonly submissions: SubmissionRepository,
    private readonly signings: SigningService,
  ) {}

  /** The latest first. @throws 404 */
  async list(actor: Actor, code: string): Promise<SubmissionView[]> {
    const { plan, found } = await this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(code, tx);
      return { plan, found: await this.submissions.list(plan.id, tx) };
    });
    return this.views(plan, found);
  }

  /** @throws 404 */
  async get(actor: Actor, { code, id }: SubmissionParam): Promise<SubmissionView> {
    const { plan, found } = await this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(code, tx);
      return { plan, found: await this.service.require(plan.id, id, tx) };
    });
    const [view] = await this.views(plan, [found]);
    return view as SubmissionView;
  }

  /** A park sees its own rows. @throws 404 */
  rows(
    actor: Actor,
    { code, id }: SubmissionParam,
    { target, ...query }: SubmissionRowsQuery,
  ): Promise<Page<SubmissionRowView>> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(code, tx);
      await this.service.require(plan.id, id, tx);
      const targetId =
        target === undefined ? undefined : (await this.plans.requireTarget(code, target, tx)).target.id;
      const { items, nextCursor } = await this.submissions.page({ ...query, targetId, submissionId: id }, tx);
      return { items: await this.rowViews(plan, items, tx), nextCursor };
    });
  }

  private views(plan: PlanEntity, submissions: readonly SubmissionEntity[]): Promise<SubmissionView[]> {
    return this.database.as(SYSTEM, async (tx) => {
      const targets = await this.planRows.targets(plan.id, tx);
      const views: SubmissionView[] = [];
      for (const submission of submissions) {
        const rows = groupBy(await this.submissions.rows(submission.id, tx), ({ targetId }) => targetId);
        views.push({
          id: submission.id,
          period: submission.period,
          cutOff: submission.cutOff.toISOString(),
          ruleVersions: submission.ruleVersions,
          signedBy: submission.signedBy,
          signedAt: submission.signedAt.toISOString(),
          note: submission.note,
          sampleSet: submission.sampleSet,
          targets: targets.map(({ id, code }) => ({ code, ...numbersOf(rows.get(id) ?? []) })),
        });
      }
      return views;
    });
  }

  private async rowViews(
    plan: PlanEntity,
    rows: readonly SubmissionRowEntity[],
    tx: EntityManager,
  ): Promise<SubmissionRowView[]> {
    const targets = new Map((await this.planRows.targets(plan.id, tx)).map(({ id, code }) => [id, code]));
    const { activities, parks } = await this.places.of(plan.id, tx);
    const signings = await this.signings.namesOf(
      rows.map(({ signingId }) => signingId),
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      change: row.change,
      reason: row.reason,
      target: targets.get(row.targetId) ?? '',
      signingId: row.signingId,
      signing: signings.get(row.signingId) ?? null,
      subject: { kind: row.subjectKind, id: row.subjectId },
      level: row.level,
      counts: row.counts,
      activity: activities.get(row.activityId) ?? 0,
      park: parks.get(row.parkId) ?? null,
      region: row.region,
      yuan: row.yuan,
      reachedOn: row.reachedOn,
      ruleVersion: row.ruleVersion,
    }));
  }
}

function numbersOf(rows: readonly SubmissionRowEntity[]) {
  const marked = (change: Change) => countedOf(rows.filter((row) => row.change === change));
  return {
    counted: countedOf(rows.filter(({ change }) => change !== 'withdrawn')),
    new: marked('new'),
    late: marked('late'),
    withdrawn: marked('withdrawn'),
  };
}
