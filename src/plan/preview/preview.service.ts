import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import { SigningService } from '../../signings/signing.service';
import { CountingPlans, type PlanFile } from '../counting-plans';
import { AttributionCheck } from '../crediting/attribution-check';
import { CountedSignings } from '../crediting/counted-signings';
import { CreditRepository } from '../crediting/credit.repository';
import { previewCredits } from './preview-credits';
import type { CreditPreview } from './preview.schema';

type Preview = Omit<CreditPreview, 'conflicts'>;

/** 17 → 18: what the confirmation of a signing would change, target by target, and why not. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningService,
    private readonly counted: CountedSignings,
    private readonly plans: CountingPlans,
    private readonly credits: CreditRepository,
    private readonly attribution: AttributionCheck,
  ) {}

  /** @throws 404 for a signing that the actor may not see */
  async of(actor: Actor, id: string): Promise<Preview> {
    const file = await this.database.as(actor, (tx) => this.signings.getForCrediting(id, tx));
    return this.database.as(SYSTEM, (tx) => this.numbers(file, tx));
  }

  private async numbers(file: SigningFile, tx: EntityManager): Promise<Preview> {
    const needsReason = await this.attribution.needsReason(file, tx);
    const ids = file.subjects.map(({ subjectId }) => subjectId);
    const { subjects, files } = await this.counted.about(ids, tx);
    const activities = [file, ...files.values()].flatMap(({ signing }) => signing.activityId ?? []);
    const [planId] = await this.plans.ofActivities(activities.slice(0, 1), tx);
    if (planId === undefined) return { needsReason, targets: [] };
    const plan = await this.plans.get(planId, tx);
    const credits = await this.credits.standingInPlan(planId, tx);
    const previews = previewCredits(plan, file.signing.id, subjects, credits);
    return {
      needsReason,
      targets: previews.map(({ targetId: _id, ...preview }, at) => {
        const { code, name, versions } = plan.targets[at] as PlanFile['targets'][number];
        return { code, name, goal: versions.at(-1)?.rule.goal ?? 0, ...preview };
      }),
    };
  }
}
