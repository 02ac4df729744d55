import { seededRandom } from '../../src/matching/engine/seeded-random';
import type { MeetingTask, Party } from '../../src/events/timetable/meeting-task';

export interface EventShape {
  hosts: number;
  visitors: number;
  slots: number;
  tables: number;
  /** Most meetings of a party. */
  limit: number;
  /** Chance that a party is there in a slot. */
  presence: number;
  /** Share of the pairs that have a score. */
  density: number;
}

/** An event that depends on its seed alone; scores as matching gives them, from 20 to 95, most of them low. */
export function seededEvent(seed: number, shape: EventShape): MeetingTask {
  const random = seededRandom(seed);
  const party = (): Party => ({
    limit: 1 + Math.floor(random() * shape.limit),
    available: Array.from({ length: shape.slots }, () => random() < shape.presence),
  });
  const hosts = Array.from({ length: shape.hosts }, party);
  const visitors = Array.from({ length: shape.visitors }, party);
  const pairs = hosts.flatMap((_, host) =>
    visitors.flatMap((_, visitor) =>
      random() < shape.density ? [{ host, visitor, score: Math.round(200 + 750 * random() ** 2) / 10 }] : [],
    ),
  );
  return { hosts, visitors, slots: shape.slots, tables: shape.tables, pairs, locked: [] };
}
