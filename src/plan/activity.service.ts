import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { NotFound, RuleBroken, Stale } from '../common/errors';
import { AuditService } from '../identity/audit/audit.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { PlanRepository } from './plan.repository';
import type { ActivityParam, ActivityView, EditActivity } from './plan.schema';
import { PlanService } from './plan.service';
import { activityViewOf } from './plan.view';

/** What becomes of a plan's activities. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly rows: PlanRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 PLAN.NOT_FOUND, PLAN.ACTIVITY_NOT_FOUND; 412; 422 PLAN.HELD_WITHOUT_DAY */
  edit(actor: Actor, at: ActivityParam, version: number, input: EditActivity): Promise<ActivityView> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(at.code, tx);
      const activity = (await this.rows.activities(plan.id, tx)).find(({ number }) => number === at.number);
      if (!activity)
        throw new NotFound('PLAN.ACTIVITY_NOT_FOUND', 'The plan has no such activity', {
          params: { activity: at.number },
        });
      const stated = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      const after = { ...activity, ...stated, version: version + 1, updatedAt: this.clock.now() };
      if (after.state === 'held' && after.heldOn === null)
        throw new RuleBroken('PLAN.HELD_WITHOUT_DAY', 'An activity that was held has a day');
      const changes = { ...stated, updatedAt: after.updatedAt };
      if (!(await this.rows.changeActivity(activity.id, version, changes, tx)))
        throw new Stale('HTTP.STALE', 'The activity was changed by somebody else');
      const { state, heldOn, documentNumber } = after;
      const detail = { state, heldOn, documentNumber };
      const subject = { subjectKind: 'activity', subjectId: activity.id, detail };
      await this.audit.record(actor, 'plan.activity', subject, tx);
      return activityViewOf(after, await this.rows.tracks(plan.id, tx));
    });
  }
}
