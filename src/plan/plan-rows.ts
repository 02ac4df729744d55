import { newId } from '../common/ids';
import type { ActivityEntity } from './activity.entity';
import type { PlanEntity, PlanTrackEntity } from './plan.entity';
import type { PlanSeed } from './plan-seed.schema';
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

/** A plan's file as rows; the first version of every rule begins with the plan's period. */
export function planRows(seed: PlanSeed, { sampleSet, createdBy, now }: Provenance): PlanRows {
  const { code, name, year, issuer, source, activitiesStated, settings, themes, undertakings, notes } = seed;
  const planId = newId();
  const tracks = seed.tracks.map((track, ordinal) => ({ ...track, id: newId(), planId, ordinal, sampleSet }));
  const trackIds = new Map(tracks.map((track) => [track.code, track.id]));
  const targets = seed.targets.map((target, ordinal): TargetEntity => ({
    id: newId(),
    planId,
    code: target.code,
    name: target.name,
    unit: target.unit,
    stated: target.stated,
    note: target.note ?? null,
    ordinal,
    sampleSet,
  }));
  return {
    plan: {
      ...{
        id: planId,
        code,
        name,
        year,
        issuer,
        source,
        activitiesStated,
        settings,
        themes,
        undertakings,
        notes,
      },
      sampleSet,
      createdAt: now,
    },
    tracks,
    activities: seed.activities.map(({ track, ...activity }): ActivityEntity => ({
      ...activity,
      id: newId(),
      planId,
      trackId: trackIds.get(track) as string,
      documentNumber: null,
      version: 1,
      sampleSet,
      updatedAt: now,
    })),
    targets,
    rules: seed.targets.map((target, at): TargetRuleEntity => ({
      id: newId(),
      targetId: (targets[at] as TargetEntity).id,
      version: 1,
      effectiveFrom: settings.signedFrom,
      rule: ruleOf(target, settings),
      reason: null,
      documentNumber: null,
      createdBy,
      createdAt: now,
      sampleSet,
    })),
  };
}
