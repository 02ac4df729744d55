import type { AllocationsView, ReplaceAllocations } from '@server/plan/plan.schema';

/** A share as it is typed: to a park's code or an activity's number; null while it is empty. */
export type Shares = ReadonlyMap<string, number | null>;

export const parkKey = (code: string): string => `park ${code}`;
export const activityKey = (number: number): string => `activity ${number}`;

export const sharesOf = ({ allocations }: AllocationsView): Shares =>
  new Map(
    allocations.map(({ park, activity, goal }) => [
      park === null ? activityKey(activity ?? 0) : parkKey(park),
      goal,
    ]),
  );

/** The list as the API takes it; an empty share is none. */
export const allocationsOf = (shares: Shares): ReplaceAllocations => ({
  allocations: [...shares].flatMap(([key, goal]) => {
    if (!goal) return [];
    const [kind, name = ''] = key.split(' ');
    return [kind === 'park' ? { park: name, goal } : { activity: Number(name), goal }];
  }),
});

/** Sum over one kind of receivers, and how far it goes beyond the goal (加压) or falls short. */
export function sumOf(
  shares: Shares,
  kind: 'park' | 'activity',
  goal: number,
): { given: number; over: number; open: number } {
  const given = [...shares].reduce(
    (sum, [key, share]) => (key.startsWith(`${kind} `) ? sum + (share ?? 0) : sum),
    0,
  );
  return { given, over: Math.max(0, given - goal), open: Math.max(0, goal - given) };
}
