import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import { SigningService } from '../../signings/signing.service';
import { ConflictService } from '../conflicts/conflict.service';
import { CountingPlans } from '../counting-plans';
import { ruleOn } from '../counting/counted-signing';
import { AttributionCheck } from '../crediting/attribution-check';
import { CountedSignings } from '../crediting/counted-signings';
import { CreditRepository } from '../crediting/credit.repository';
import { PlanRepository } from '../plan.repository';
import { previewCredits } from './preview-credits';
import type { CreditPreview } from './preview.schema';

/** 17 → 18: what the confirmation of a signing would change, target by target, and why not. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningService,
    private readonly counted: CountedSignings,
    private readonly plans: CountingPlans,
    private readonly rows: PlanRepository,
    private readonly credits: CreditRepository,
    private readonly attribution: AttributionCheck,
    private readonly conflicts: ConflictService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 for a signing that the actor may not see */
  async of(actor: Actor, id: string): Promise<CreditPreview> {
    const file = await this.database.as(actor, (tx) => this.signings.getForCrediting(id, tx));
    const conflicts = await this.conflicts.list(actor, id);
    const numbers = await this.database.as(SYSTEM, (tx) => this.numbers(file, tx));
    return { ...numbers, conflicts };
  }

  private async numbers(file: SigningFile, tx: EntityManager): Promise<Omit<CreditPreview, 'conflicts'>> {
    const needsReason = await this.attribution.needsReason(file, tx);
    const ids = file.subjects.map(({ subjectId }) => subjectId);
    const { subjects, files } = await this.counted.about(ids, tx);
    const activities = [file, ...files.values()].flatMap(({ signing }) => signing.activityId ?? []);
    const [planId] = await this.plans.ofActivities(activities.slice(0, 1), tx);
    if (planId === undefined) return { plan: null, needsReason, targets: [] };
    const plan = await this.plans.get(planId, tx);
    const now = this.clock.now();
    const lines = await this.credits.standingInPlan(planId, now, tx);
    const previews = new Map(
      previewCredits(plan, file.signing.id, subjects, lines).map((preview) => [preview.targetId, preview]),
    );
    const targets = await this.rows.targets(planId, tx);
    return {
      plan: (await this.rows.get(planId, tx)).code,
      needsReason,
      targets: targets.flatMap(({ id, code, name }) => {
        const preview = previews.get(id);
        const versions = plan.targets.find((target) => target.id === id)?.versions ?? [];
        const goal = (ruleOn(versions, dayOf(now)) ?? versions[0])?.rule.goal ?? 0;
        return preview
          ? [{ code, name, goal, before: preview.before, after: preview.after, why: preview.why }]
          : [];
      }),
    };
  }
}
