import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in. */
const TICKS_PER_SECOND = 100;

interface Process {
  readonly parent: number;
  /** Its own time and that of children that ended, in ticks. */
  readonly ticks: number;
}

/**
 * Processor seconds that all processes begun by this one have used: on a busy machine they say more than the time that
 * passed. Undefined where there is no /proc.
 */
export function processorSeconds(): number | undefined {
  let ids: string[];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const processes = new Map(ids.flatMap((id) => readProcess(Number(id))));
  const isBelow = (id: number): boolean => {
    const parent = processes.get(id)?.parent;
    return parent !== undefined && (parent === process.pid || isBelow(parent));
  };
  const ticks = [...processes].reduce((sum, [id, one]) => sum + (isBelow(id) ? one.ticks : 0), 0);
  return ticks / TICKS_PER_SECOND;
}

/** Nothing of a process that is just gone. */
function readProcess(id: number): [number, Process][] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The second field, a name in brackets, may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    return [[id, { parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }]];
  } catch {
    return [];
  }
}
