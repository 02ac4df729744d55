import { newId } from '../common/ids';
import type { ActivityEntity } from './activity.entity';
import type { PlanEntity, PlanTrackEntity } from './plan.entity';
import type { ActivitySeed, PlanSeed, TargetSeed } from './plan-seed.schema';
import type { TargetEntity, TargetRuleEntity } from './target.entity';
import { ruleOf } from './target-rule.schema';

export interface PlanRows {
  plan: PlanEntity;
  tracks: PlanTrackEntity[];
  activities: ActivityEntity[];
  targets: TargetEntity[];
  rules: TargetRuleEntity[];
}

interface Provenance {
  sampleSet: string | null;
  createdBy: string | null;
  now: Date;
}

/** A plan's file as rows. */
export function planRows(seed: PlanSeed, provenance: Provenance): PlanRows {
  const { code, name, year, issuer, source, activitiesStated, settings, themes, undertakings, notes } = seed;
  const { sampleSet, now } = provenance;
  const plan: PlanEntity = {
    id: newId(),
    ...{ code, name, year, issuer, source, activitiesStated, settings, themes, undertakings, notes },
    sampleSet,
    createdAt: now,
  };
  const tracks = seed.tracks.map((track, ordinal) => ({
    ...track,
    id: newId(),
    planId: plan.id,
    ordinal,
    sampleSet,
  }));
  const trackOf = new Map(tracks.map((track) => [track.code, track]));
  const targets = seed.targets.map((target, ordinal) => targetRows(target, ordinal, plan, provenance));
  return {
    plan,
    tracks,
    activities: seed.activities.map((activity) =>
      activityRow(activity, trackOf.get(activity.track) as PlanTrackEntity, now),
    ),
    targets: targets.map(({ target }) => target),
    rules: targets.map(({ rule }) => rule),
  };
}

export const activityRow = (
  { track: _, ...activity }: ActivitySeed,
  { id: trackId, planId, sampleSet }: PlanTrackEntity,
  now: Date,
): ActivityEntity => ({
  ...activity,
  id: newId(),
  planId,
  trackId,
  documentNumber: null,
  version: 1,
  sampleSet,
  updatedAt: now,
});

/** A target with the first version of its rule, which begins with the plan's period. */
export function targetRows(
  seed: TargetSeed,
  ordinal: number,
  { id: planId, settings }: Pick<PlanEntity, 'id' | 'settings'>,
  { sampleSet, createdBy, now }: Provenance,
): { target: TargetEntity; rule: TargetRuleEntity } {
  const { code, name, unit, stated, note = null } = seed;
  const target: TargetEntity = { id: newId(), planId, code, name, unit, stated, note, ordinal, sampleSet };
  const rule: TargetRuleEntity = {
    id: newId(),
    targetId: target.id,
    version: 1,
    effectiveFrom: settings.signedFrom,
    rule: ruleOf(seed, settings),
    reason: null,
    documentNumber: null,
    createdBy,
    createdAt: now,
    sampleSet,
  };
  return { target, rule };
}
