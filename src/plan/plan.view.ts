import type { ActivityEntity } from './activity.entity';
import type { PlanEntity, PlanTrackEntity } from './plan.entity';
import type { ActivityView, PlanSummary, RuleView, TargetView } from './plan.schema';
import type { TargetEntity, TargetRuleEntity } from './target.entity';

export const planSummaryOf = (plan: PlanEntity): PlanSummary => ({
  id: plan.id,
  code: plan.code,
  name: plan.name,
  year: plan.year,
  issuer: plan.issuer,
  source: plan.source,
  activitiesStated: plan.activitiesStated,
  sampleSet: plan.sampleSet,
});

export const activityViewOf = (
  activity: ActivityEntity,
  tracks: readonly PlanTrackEntity[],
): ActivityView => ({
  id: activity.id,
  number: activity.number,
  track: tracks.find(({ id }) => id === activity.trackId)?.code ?? '',
  name: activity.name,
  month: activity.month,
  heldOn: activity.heldOn,
  venue: activity.venue,
  subjectCity: activity.subjectCity,
  tags: activity.tags,
  state: activity.state,
  inStatedTotal: activity.inStatedTotal,
  documentNumber: activity.documentNumber,
  version: activity.version,
});

export const ruleViewOf = (row: TargetRuleEntity): RuleView => ({
  version: row.version,
  effectiveFrom: row.effectiveFrom,
  reason: row.reason,
  documentNumber: row.documentNumber,
  createdAt: row.createdAt.toISOString(),
  rule: row.rule,
});

export const targetViewOf = (target: TargetEntity, rules: readonly TargetRuleEntity[]): TargetView => ({
  id: target.id,
  code: target.code,
  name: target.name,
  unit: target.unit,
  stated: target.stated,
  note: target.note,
  rules: rules.map(ruleViewOf),
});
