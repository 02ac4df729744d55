import type { MeetingTask, PlannedMeeting } from './meeting-task';

const NOBODY = -1;

/** A timetable in the making: who meets whom in each slot. Never holds a conflict, but may hold more than the tables. */
export class SlotPlan {
  /** By party and slot: the place of the other side, or -1. */
  private readonly visitorOf: Int32Array;
  private readonly hostOf: Int32Array;
  private readonly slotOf: Map<number, number> = new Map();
  private readonly locked = new Set<number>();
  /** Meetings by slot. */
  readonly used: Int32Array;

  constructor(readonly task: MeetingTask) {
    this.visitorOf = new Int32Array(task.hosts.length * task.slots).fill(NOBODY);
    this.hostOf = new Int32Array(task.visitors.length * task.slots).fill(NOBODY);
    this.used = new Int32Array(task.slots);
    for (const meeting of task.locked) {
      this.add(meeting.host, meeting.visitor, meeting.slot);
      this.locked.add(this.keyOf(meeting.host, meeting.visitor));
    }
  }

  meetings(): PlannedMeeting[] {
    const { length: visitors } = this.task.visitors;
    return [...this.slotOf]
      .map(([key, slot]) => ({ host: Math.floor(key / visitors), visitor: key % visitors, slot }))
      .sort((a, b) => a.slot - b.slot || a.host - b.host);
  }

  inSlot(slot: number): PlannedMeeting[] {
    return this.task.hosts.flatMap((_, host) => {
      const visitor = this.visitorAt(host, slot);
      return visitor === NOBODY ? [] : [{ host, visitor, slot }];
    });
  }

  slotOfPair(host: number, visitor: number): number | undefined {
    return this.slotOf.get(this.keyOf(host, visitor));
  }

  isLocked(host: number, visitor: number): boolean {
    return this.locked.has(this.keyOf(host, visitor));
  }

  hostMayAt(host: number, slot: number): boolean {
    return this.task.hosts[host]?.available[slot] ?? false;
  }

  visitorMayAt(visitor: number, slot: number): boolean {
    return this.task.visitors[visitor]?.available[slot] ?? false;
  }

  hostIsFree(host: number, slot: number): boolean {
    return this.hostMayAt(host, slot) && this.visitorAt(host, slot) === NOBODY;
  }

  visitorIsFree(visitor: number, slot: number): boolean {
    return this.visitorMayAt(visitor, slot) && this.hostAt(visitor, slot) === NOBODY;
  }

  add(host: number, visitor: number, slot: number): void {
    this.visitorOf[host * this.task.slots + slot] = visitor;
    this.hostOf[visitor * this.task.slots + slot] = host;
    this.slotOf.set(this.keyOf(host, visitor), slot);
    this.used[slot]! += 1;
  }

  remove({ host, visitor, slot }: PlannedMeeting): void {
    this.visitorOf[host * this.task.slots + slot] = NOBODY;
    this.hostOf[visitor * this.task.slots + slot] = NOBODY;
    this.slotOf.delete(this.keyOf(host, visitor));
    this.used[slot]! -= 1;
  }

  /**
   * The meetings that change places when what is in `from` at the visitor goes to `to`, and so on alternately (a Kempe
   * chain); undefined when one of them cannot.
   */
  chainFrom(visitor: number, from: number, to: number): PlannedMeeting[] | undefined {
    const chain: PlannedMeeting[] = [];
    let mover = visitor;
    for (;;) {
      const host = this.hostAt(mover, from);
      if (host === NOBODY) return chain;
      if (!this.canMove(host, mover, to)) return undefined;
      chain.push({ host, visitor: mover, slot: from });
      const next = this.visitorAt(host, to);
      if (next === NOBODY) return chain;
      if (!this.canMove(host, next, from)) return undefined;
      chain.push({ host, visitor: next, slot: to });
      mover = next;
    }
  }

  /** How many meetings each party has. */
  counts(): { hosts: Int32Array; visitors: Int32Array } {
    const hosts = new Int32Array(this.task.hosts.length);
    const visitors = new Int32Array(this.task.visitors.length);
    for (const { host, visitor } of this.meetings()) {
      hosts[host]! += 1;
      visitors[visitor]! += 1;
    }
    return { hosts, visitors };
  }

  /** Moves each meeting of a chain to the other of its two slots. */
  swap(chain: readonly PlannedMeeting[], one: number, other: number): void {
    for (const meeting of chain) this.remove(meeting);
    for (const { host, visitor, slot } of chain) this.add(host, visitor, slot === one ? other : one);
  }

  private canMove(host: number, visitor: number, slot: number): boolean {
    return this.hostMayAt(host, slot) && this.visitorMayAt(visitor, slot) && !this.isLocked(host, visitor);
  }

  private visitorAt(host: number, slot: number): number {
    return this.visitorOf[host * this.task.slots + slot] ?? NOBODY;
  }

  private hostAt(visitor: number, slot: number): number {
    return this.hostOf[visitor * this.task.slots + slot] ?? NOBODY;
  }

  private keyOf(host: number, visitor: number): number {
    return host * this.task.visitors.length + visitor;
  }
}
