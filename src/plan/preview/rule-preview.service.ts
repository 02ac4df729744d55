import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { patched } from '../../common/fields';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import type { RuleVersion } from '../counting/counted-signing';
import type { TargetCredit } from '../counting/credits';
import { CountingPlans } from '../counting-plans';
import { CountedSignings } from '../crediting/counted-signings';
import { CreditRepository } from '../crediting/credit.repository';
import type { RuleDraft, TargetParam } from '../plan.schema';
import { PlanService } from '../plan.service';
import { requireKnownActivities } from '../target-rule.service';
import type { RulePreview } from './preview.schema';
import { ruleEffect } from './rule-effect';

/** The signings named of each side; the figures count all. */
const NAMED = 50;

/** What a new version of a target's rule would change, before anybody writes it. */
@Injectable()
export class RulePreviewService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly counting: CountingPlans,
    private readonly counted: CountedSignings,
    private readonly credits: CreditRepository,
  ) {}

  /** @throws 404; 400 PLAN.UNKNOWN_ACTIVITY */
  async of(actor: Actor, at: TargetParam, draft: RuleDraft): Promise<RulePreview> {
    const { plan, target } = await this.database.as(actor, (tx) =>
      this.plans.requireTarget(at.code, at.target, tx),
    );
    return this.database.as(SYSTEM, (tx) => this.preview(plan.id, target.id, draft, tx));
  }

  private async preview(
    planId: string,
    targetId: string,
    { effectiveFrom, changes }: RuleDraft,
    tx: EntityManager,
  ): Promise<RulePreview> {
    const plan = await this.counting.get(planId, tx);
    const versions = plan.targets.find(({ id }) => id === targetId)?.versions ?? [];
    const latest = versions.at(-1) as RuleVersion;
    const next = { version: latest.version + 1, effectiveFrom, rule: patched(latest.rule, changes) };
    requireKnownActivities(next.rule, [...plan.activities.values()], '/changes/activities');
    const ids = await this.credits.subjectsOfPlan(planId, tx);
    const { subjects, files } = await this.counted.about(ids, tx);
    const { gained, lost, before, after } = ruleEffect(plan, targetId, next, subjects);
    return {
      ...{ before, after, goalBefore: latest.rule.goal, goalAfter: next.rule.goal },
      gained: gained.slice(0, NAMED).map(namedBy(files)),
      lost: lost.slice(0, NAMED).map(namedBy(files)),
      gainedInAll: gained.length,
      lostInAll: lost.length,
    };
  }
}

const namedBy =
  (files: ReadonlyMap<string, SigningFile>) =>
  ({ signingId }: TargetCredit) => {
    const signing = files.get(signingId)?.signing;
    return { id: signingId, code: signing?.code ?? '', title: signing?.title ?? '' };
  };
