import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../../common/errors';
import type { SigningFile } from '../../signings/signing-file';
import { SigningService } from '../../signings/signing.service';
import { needsReason } from '../counting/attribution';
import { PlanRepository } from '../plan.repository';
import { signingDay } from './counted-signings';
import type { ConfirmSigning } from './decision.schema';

/** Whether a signing may be put down to its activity without a word. */
@Injectable()
export class AttributionCheck {
  constructor(
    private readonly signings: SigningService,
    private readonly plans: PlanRepository,
  ) {}

  /** @throws 422 PLAN.ATTRIBUTION_REASON; 404 */
  async require(id: string, { attributionReason }: ConfirmSigning, tx: EntityManager): Promise<void> {
    if (attributionReason !== undefined) return;
    if (await this.needsReason(await this.signings.getForCrediting(id, tx), tx))
      throw new RuleBroken('PLAN.ATTRIBUTION_REASON', 'The contract’s day asks for a reason', {
        errors: [
          {
            pointer: '/attributionReason',
            detail: 'The contract is dated before its activity or long after it',
            code: 'PLAN.ATTRIBUTION_REASON',
          },
        ],
      });
  }

  async needsReason(file: SigningFile, tx: EntityManager): Promise<boolean> {
    const { activityId } = file.signing;
    const [activity] = await this.plans.activitiesById(activityId === null ? [] : [activityId], tx);
    if (!activity) return false;
    const { settings } = await this.plans.get(activity.planId, tx);
    return needsReason(signingDay(file), activity.heldOn, settings.attributionDays);
  }
}
