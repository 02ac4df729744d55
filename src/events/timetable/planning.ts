import type { MeetingTask, PlannedMeeting } from './meeting-task';

/** What is to be planned: anew, or with late arrivals fitted into a timetable that is out already. */
export interface PlanningQuestion {
  readonly task: MeetingTask;
  readonly fit?: { readonly current: readonly PlannedMeeting[]; readonly keep: number } | undefined;
}

export interface Planned {
  readonly meetings: readonly PlannedMeeting[];
  /** No timetable is worth more; null where only late arrivals were fitted in. */
  readonly upperBound: number | null;
  /** Meetings that stay as they were; null where all was planned anew. */
  readonly kept: number | null;
}
