import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { AuditService } from '../../identity/audit/audit.service';
import { Database } from '../../platform/database/database';
import { SigningService } from '../../signings/signing.service';
import type { SigningView } from '../../signings/signing.view';
import { CreditService, type Occasion } from './credit.service';

/** An act on a signing that changes what is counted: the act and its credits are one transaction. */
@Injectable()
export class CreditedAct {
  constructor(
    private readonly database: Database,
    private readonly credits: CreditService,
    private readonly signings: SigningService,
    private readonly audit: AuditService,
  ) {}

  /** Answers the signing as it then is; the ledgers are written as the system, whoever acts. */
  run(
    actor: Actor,
    signingId: string,
    { cause, reason }: Omit<Occasion, 'userId'>,
    work: (tx: EntityManager) => Promise<unknown>,
  ): Promise<SigningView> {
    return this.database.asOne(actor, async (tx) => {
      await work(tx);
      const occasion = { cause, reason, userId: actor.userId };
      await this.database.as(SYSTEM, (system) => this.credits.settle(signingId, occasion, system));
      const subject = { subjectKind: 'signing', subjectId: signingId };
      await this.audit.record(actor, `signing.${cause}`, subject, tx);
      return this.signings.view(signingId, tx);
    });
  }
}
