import type { PlanSeed } from '@server/plan/plan-seed.schema';

/** Where a plan that is being written is kept on this machine, apart for each plan it began from. */
const nameOf = (from: string | undefined, isEdit: boolean): string =>
  `plan draft ${isEdit ? 'edit' : 'new'} ${from ?? ''}`;

export function readKept(from: string | undefined, isEdit: boolean): PlanSeed | undefined {
  const kept = localStorage.getItem(nameOf(from, isEdit));
  return kept === null ? undefined : (JSON.parse(kept) as PlanSeed);
}

export const keep = (from: string | undefined, isEdit: boolean, plan: PlanSeed): void =>
  localStorage.setItem(nameOf(from, isEdit), JSON.stringify(plan));

export const forget = (from: string | undefined, isEdit: boolean): void =>
  localStorage.removeItem(nameOf(from, isEdit));
