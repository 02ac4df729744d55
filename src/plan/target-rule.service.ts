import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../common/actor';
import type { Clock } from '../common/clock';
import { InvalidInput } from '../common/errors';
import { patched } from '../common/fields';
import { newId } from '../common/ids';
import { AuditService } from '../identity/audit/audit.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { CreditService } from './crediting/credit.service';
import { PlanRepository } from './plan.repository';
import type { NewRule, TargetParam, TargetView } from './plan.schema';
import { PlanService } from './plan.service';
import { targetViewOf } from './plan.view';
import type { TargetRuleEntity } from './target.entity';
import type { TargetRule } from './target-rule.schema';

/** A target's rule changes by a new version, and everything it judges is settled with it. */
@Injectable()
export class TargetRuleService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly rows: PlanRepository,
    private readonly credits: CreditService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404; 400 PLAN.UNKNOWN_ACTIVITY */
  add(actor: Actor, { code, target: targetCode }: TargetParam, input: NewRule): Promise<TargetView> {
    return this.database.asOne(actor, async (tx) => {
      const { plan, target } = await this.plans.requireTarget(code, targetCode, tx);
      const before = await this.rows.rules([target.id], tx);
      const latest = before.at(-1) as TargetRuleEntity;
      const next: TargetRuleEntity = {
        id: newId(),
        targetId: target.id,
        version: latest.version + 1,
        effectiveFrom: input.effectiveFrom,
        rule: patched(latest.rule, input.changes),
        reason: input.reason,
        documentNumber: input.documentNumber ?? null,
        createdBy: actor.userId,
        createdAt: this.clock.now(),
        sampleSet: target.sampleSet,
      };
      const numbers = (await this.rows.activities(plan.id, tx)).map(({ number }) => number);
      requireKnownActivities(next.rule, numbers, '/changes/activities');
      await this.rows.addRules([next], tx);
      const occasion = { cause: 'rule' as const, reason: input.reason, userId: actor.userId };
      await this.database.as(SYSTEM, (system) => this.credits.settlePlan(plan.id, occasion, system));
      const detail = { version: next.version, effectiveFrom: next.effectiveFrom };
      const subject = { subjectKind: 'target', subjectId: target.id, detail };
      await this.audit.record(actor, 'plan.rule', subject, tx);
      return targetViewOf(target, [...before, next]);
    });
  }
}

/** @throws 400 PLAN.UNKNOWN_ACTIVITY with the pointer of the field that names it */
export function requireKnownActivities(
  { activities, alternatives }: Pick<TargetRule, 'activities' | 'alternatives'>,
  numbers: readonly number[],
  pointer: string,
): void {
  const named = [activities, ...(alternatives.activities ?? [])].flat();
  if (named.every((number) => numbers.includes(number))) return;
  const [code, detail] = ['PLAN.UNKNOWN_ACTIVITY', 'The plan has no such activity'];
  throw new InvalidInput(code, detail, { errors: [{ pointer, detail, code }] });
}
