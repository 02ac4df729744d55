import type { ParkEntity } from '../organisations/park.entity';
import type { ActivityEntity } from './activity.entity';
import type { PlanEntity, PlanTrackEntity } from './plan.entity';
import type { ActivitySeed, PlanSeed, TargetSeed } from './plan-seed.schema';
import type { TargetEntity, TargetRuleEntity } from './target.entity';

export interface PlanParts {
  plan: PlanEntity;
  parks: readonly ParkEntity[];
  tracks: readonly PlanTrackEntity[];
  activities: readonly ActivityEntity[];
  targets: readonly TargetEntity[];
  /** Every version of every target. */
  rules: readonly TargetRuleEntity[];
}

/** A plan as the file that `POST /plans` takes: what is in force now, without the versions before. */
export function planFileOf({ plan, parks, tracks, activities, targets, rules }: PlanParts): PlanSeed {
  const { code, name, year, issuer, source, activitiesStated, settings, themes, undertakings, notes } = plan;
  const trackCodes = new Map(tracks.map((track) => [track.id, track.code]));
  const latest = new Map(
    rules.toSorted((a, b) => a.version - b.version).map((row) => [row.targetId, row.rule]),
  );
  return {
    format: 'plan/1',
    ...{ code, name, year, issuer, source, activitiesStated, settings },
    parks: parks.map((park) => ({ code: park.code, name: park.name, city: park.city })),
    themes,
    tracks: tracks.map((track) => ({ code: track.code, theme: track.theme, name: track.name })),
    activities: activities.map((activity) => activityOf(activity, trackCodes.get(activity.trackId) ?? '')),
    targets: targets.flatMap((target) => {
      const rule = latest.get(target.id);
      return rule ? [targetOf(target, rule)] : [];
    }),
    undertakings,
    notes,
  };
}

const activityOf = (activity: ActivityEntity, track: string): ActivitySeed => {
  const { number, name, month, heldOn, venue, subjectCity, tags, state, inStatedTotal } = activity;
  return { number, track, name, month, heldOn, venue, subjectCity, tags, state, inStatedTotal };
};

const targetOf = (target: TargetEntity, { settings: _, ...rule }: TargetRuleEntity['rule']): TargetSeed => ({
  ...{ code: target.code, name: target.name, unit: target.unit, stated: target.stated },
  ...rule,
  ...(target.note !== null && { note: target.note }),
});
