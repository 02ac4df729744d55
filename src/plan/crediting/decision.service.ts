import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { StageService } from '../../matching/review/stage.service';
import { ConfirmationService } from '../../signings/confirmation.service';
import type { NewMilestone } from '../../signings/milestone.schema';
import { MilestoneService } from '../../signings/milestone.service';
import { SigningService } from '../../signings/signing.service';
import type { SigningView } from '../../signings/signing.view';
import { AttributionCheck } from './attribution-check';
import { CreditedAct } from './credited-act';
import type { ConfirmSigning, ReturnSigning } from './decision.schema';

/** The platform's decisions on a signing, and its milestones: each settles its credits with it. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly acts: CreditedAct,
    private readonly confirmations: ConfirmationService,
    private readonly milestones: MilestoneService,
    private readonly signings: SigningService,
    private readonly stages: StageService,
    private readonly attribution: AttributionCheck,
  ) {}

  /** @throws as ConfirmationService.confirm; 422 PLAN.ATTRIBUTION_REASON */
  confirm(actor: Actor, id: string, version: number, input: ConfirmSigning): Promise<SigningView> {
    const reason = input.attributionReason ?? null;
    return this.acts.run(actor, id, { cause: 'confirm', reason }, async (tx) => {
      await this.attribution.require(id, input, tx);
      const explanation = await this.whyMatched(id, tx);
      await this.confirmations.confirm(actor, id, version, explanation, tx);
    });
  }

  return(actor: Actor, id: string, version: number, remark: ReturnSigning): Promise<SigningView> {
    const reason = remark.note ?? null;
    return this.acts.run(actor, id, { cause: 'return', reason }, (tx) =>
      this.confirmations.returnFromPlatform(actor, id, version, remark, tx),
    );
  }

  refuse(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'refuse', reason }, (tx) =>
      this.confirmations.refuse(actor, id, version, reason, tx),
    );
  }

  revoke(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'revoke', reason }, (tx) =>
      this.confirmations.revoke(actor, id, version, reason, tx),
    );
  }

  void(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'void', reason }, (tx) =>
      this.confirmations.void(actor, id, version, reason, tx),
    );
  }

  addMilestone(actor: Actor, id: string, version: number, input: NewMilestone): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'milestone', reason: null }, (tx) =>
      this.milestones.add(actor, id, version, input, tx),
    );
  }

  withdrawMilestone(
    actor: Actor,
    id: string,
    version: number,
    { milestoneId, reason }: { milestoneId: string; reason: string },
  ): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'withdraw-milestone', reason }, (tx) =>
      this.milestones.withdraw(actor, id, version, { milestoneId, reason }, tx),
    );
  }

  /** What the match was judged by, to stay with the signing. */
  private async whyMatched(id: string, tx: EntityManager): Promise<object | null> {
    const { signing } = await this.signings.getForCrediting(id, tx);
    if (signing.matchId === null) return null;
    const { pairKind, score, parts, model, demandVersion, supplyVersion } = await this.stages.require(
      signing.matchId,
      tx,
    );
    return { pairKind, score, parts, model, demandVersion, supplyVersion };
  }
}
