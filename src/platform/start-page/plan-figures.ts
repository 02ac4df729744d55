import type { Actor } from '../../common/actor';

/** Where a plan stands, for the start page; the plan's module provides it. */
export abstract class PlanFigures {
  /** The plan in force and its targets; undefined when there is none or the actor may not see it. */
  abstract current(actor: Actor): Promise<PlanStanding | undefined>;
}

export interface PlanStanding {
  title: string;
  targets: { code: string; title: string; goal: number; counted: number }[];
}
