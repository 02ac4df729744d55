export interface Slot {
  from: string;
  to: string;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `count` slots of `minutes` each with `pause` minutes between them; those past midnight are left out. */
export function slotsFrom(start: string, count: number, minutes: number, pause: number): Slot[] {
  const begin = minutesOf(start);
  return Array.from({ length: count }, (_, at) => begin + at * (minutes + pause))
    .filter((from) => from + minutes < 24 * 60)
    .map((from) => ({ from: timeOf(from), to: timeOf(from + minutes) }));
}
