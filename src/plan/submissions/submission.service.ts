import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../common/errors';
import { newId } from '../../common/ids';
import { AuditService } from '../../identity/audit/audit.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { PlanService } from '../plan.service';
import { type Before, rowsOf } from './changes';
import { LedgerCut } from './ledger-cut';
import { rowOf } from './submission-row';
import type { SubmissionEntity } from './submission.entity';
import { SubmissionRepository } from './submission.repository';
import type { NewSubmission } from './submission.schema';

/** 报送: freezes what stands at a cut-off; whatever changes later appears in the next one. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly ledger: LedgerCut,
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Answers the submission's id.
   * @throws 404; 403 PLAN.NEEDS_A_SIGNER; 409 PLAN.PERIOD_TAKEN; 422 PLAN.CUT_OFF, PLAN.SAMPLE_MIX
   */
  create(actor: Actor, code: string, input: NewSubmission): Promise<string> {
    const signedBy = actor.userId;
    if (signedBy === null) throw new Forbidden('PLAN.NEEDS_A_SIGNER', 'A submission is signed by a person');
    return this.database.as(actor, async (tx) => {
      const plan = await this.plans.require(code, tx);
      await this.ledger.hold(plan.id, tx);
      const cutOff = new Date(input.cutOff);
      const signedAt = this.clock.now();
      const earlier = await this.submissions.list(plan.id, tx);
      requireInOrder(input.period, cutOff, signedAt, earlier);
      const lines = await this.ledger.linesAt(plan.id, cutOff, tx);
      const rows = rowsOf(lines, await this.before(earlier[0], tx));
      requireOneKind(rows.map(({ line }) => line.sampleSet));
      const submission: SubmissionEntity = {
        id: newId(),
        planId: plan.id,
        period: input.period,
        cutOff,
        ruleVersions: await this.ledger.ruleVersionsAt(plan.id, cutOff, tx),
        signedBy,
        signedAt,
        note: input.note ?? null,
        sampleSet: rows[0]?.line.sampleSet ?? plan.sampleSet,
      };
      await this.submissions.add(
        submission,
        rows.map((row) => rowOf(submission, row)),
        tx,
      );
      const subject = { subjectKind: 'submission', subjectId: submission.id, detail: { rows: rows.length } };
      await this.audit.record(actor, 'plan.submit', subject, tx);
      return submission.id;
    });
  }

  /** @throws 404 PLAN.SUBMISSION_NOT_FOUND */
  async require(planId: string, id: string, tx: EntityManager): Promise<SubmissionEntity> {
    const submission = await this.submissions.find(planId, id, tx);
    if (!submission) throw new NotFound('PLAN.SUBMISSION_NOT_FOUND', 'There is no such submission');
    return submission;
  }

  private async before(last: SubmissionEntity | undefined, tx: EntityManager): Promise<Before | undefined> {
    if (!last) return undefined;
    const rows = await this.submissions.rows(last.id, tx);
    const standing = rows.filter(({ change }) => change !== 'withdrawn');
    return {
      creditIds: new Set(standing.map(({ creditId }) => creditId)),
      cutOffDay: dayOf(last.cutOff),
    };
  }
}

function requireInOrder(period: string, cutOff: Date, now: Date, earlier: readonly SubmissionEntity[]): void {
  if (earlier.some((submission) => submission.period === period))
    throw new Conflict('PLAN.PERIOD_TAKEN', 'The period was submitted', { params: { period } });
  const last = earlier[0];
  if (cutOff > now || (last && cutOff <= last.cutOff))
    throw new RuleBroken('PLAN.CUT_OFF', 'A cut-off lies after the last one and not in the future');
}

function requireOneKind(sampleSets: readonly (string | null)[]): void {
  const some = sampleSets.some((set) => set !== null);
  if (some && sampleSets.some((set) => set === null))
    throw new RuleBroken('PLAN.SAMPLE_MIX', 'Sample and real signings are never submitted together');
}
