import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { AuditService } from '../../identity/audit/audit.service';
import { StageService } from '../../matching/review/stage.service';
import { ConfirmationService } from '../../signings/confirmation.service';
import type { NewMilestone } from '../../signings/milestone.schema';
import { MilestoneService } from '../../signings/milestone.service';
import { SigningService } from '../../signings/signing.service';
import type { SigningView } from '../../signings/signing.view';
import { AttributionCheck } from './attribution-check';
import type { Cause } from './credit-line';
import { CreditService } from './credit.service';
import type { ConfirmSigning, ReturnSigning } from './decision.schema';

/** Every act on a signing that changes what is counted: the act and its credits are one transaction. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly database: Database,
    private readonly confirmations: ConfirmationService,
    private readonly milestones: MilestoneService,
    private readonly signings: SigningService,
    private readonly stages: StageService,
    private readonly credits: CreditService,
    private readonly attribution: AttributionCheck,
    private readonly audit: AuditService,
  ) {}

  /** @throws as ConfirmationService.confirm; 422 PLAN.ATTRIBUTION_REASON */
  confirm(actor: Actor, id: string, version: number, input: ConfirmSigning): Promise<SigningView> {
    const reason = input.attributionReason ?? null;
    return this.act(actor, id, { cause: 'confirm', reason }, async (tx) => {
      await this.attribution.require(id, input, tx);
      const explanation = await this.whyMatched(id, tx);
      await this.confirmations.confirm(actor, id, version, explanation, tx);
    });
  }

  return(actor: Actor, id: string, version: number, remark: ReturnSigning): Promise<SigningView> {
    const reason = remark.note ?? null;
    return this.act(actor, id, { cause: 'return', reason }, (tx) =>
      this.confirmations.returnFromPlatform(actor, id, version, remark, tx),
    );
  }

  refuse(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.act(actor, id, { cause: 'refuse', reason }, (tx) =>
      this.confirmations.refuse(actor, id, version, reason, tx),
    );
  }

  revoke(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.act(actor, id, { cause: 'revoke', reason }, (tx) =>
      this.confirmations.revoke(actor, id, version, reason, tx),
    );
  }

  void(actor: Actor, id: string, version: number, reason: string): Promise<SigningView> {
    return this.act(actor, id, { cause: 'void', reason }, (tx) =>
      this.confirmations.void(actor, id, version, reason, tx),
    );
  }

  addMilestone(actor: Actor, id: string, version: number, input: NewMilestone): Promise<SigningView> {
    return this.act(actor, id, { cause: 'milestone', reason: null }, (tx) =>
      this.milestones.add(actor, id, version, input, tx),
    );
  }

  withdrawMilestone(
    actor: Actor,
    id: string,
    version: number,
    { milestoneId, reason }: { milestoneId: string; reason: string },
  ): Promise<SigningView> {
    return this.act(actor, id, { cause: 'withdraw-milestone', reason }, (tx) =>
      this.milestones.withdraw(actor, id, version, { milestoneId, reason }, tx),
    );
  }

  /** Runs an act and settles its credits with it; the ledgers are the system's, whoever acts. */
  act(
    actor: Actor,
    id: string,
    { cause, reason }: { cause: Cause; reason: string | null },
    work: (tx: EntityManager) => Promise<unknown>,
  ): Promise<SigningView> {
    return this.database.asOne(actor, async (tx) => {
      await work(tx);
      const occasion = { cause, reason, userId: actor.userId };
      await this.database.as(SYSTEM, (system) => this.credits.settle(id, occasion, system));
      const subject = { subjectKind: 'signing', subjectId: id };
      await this.audit.record(actor, `signing.${cause}`, subject, tx);
      return this.signings.view(id, tx);
    });
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
