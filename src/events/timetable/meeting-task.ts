/** Somebody who takes meetings; both sides of a task are lists of them, referred to by place. */
export interface Party {
  /** Most meetings it takes. */
  readonly limit: number;
  /** By slot: whether it is there. */
  readonly available: readonly boolean[];
}

/** What a meeting of two parties is worth. */
export interface ScoredPair {
  readonly host: number;
  readonly visitor: number;
  /** Above 0; a pair that is not listed does not meet. */
  readonly score: number;
}

/** Who meets whom when; a table is given later, for it changes no score. */
export interface PlannedMeeting {
  readonly host: number;
  readonly visitor: number;
  readonly slot: number;
}

/** 对接会: two sides, the slots and tables of a room, and what is settled already. */
export interface MeetingTask {
  /** Those who are visited: needs, or whoever stays at a table. */
  readonly hosts: readonly Party[];
  readonly visitors: readonly Party[];
  readonly slots: number;
  /** Meetings that take place at once, at most. */
  readonly tables: number;
  readonly pairs: readonly ScoredPair[];
  /** Meetings that stay whatever they are worth; free of conflicts among themselves. */
  readonly locked: readonly PlannedMeeting[];
}

export interface Timetable {
  readonly meetings: readonly PlannedMeeting[];
  /** Sum of the scores of its meetings. */
  readonly total: number;
  /** No timetable of the task has more. */
  readonly upperBound: number;
}

/** `total` reaches the bound: there is no better timetable. */
export const isOptimal = ({ total, upperBound }: Timetable): boolean => upperBound - total < 1e-6;

/** Scores of a task by host and visitor; 0 where they do not meet. */
export function scoreTable({ hosts, visitors, pairs }: MeetingTask): Float64Array {
  const table = new Float64Array(hosts.length * visitors.length);
  for (const { host, visitor, score } of pairs) table[host * visitors.length + visitor] = score;
  return table;
}
