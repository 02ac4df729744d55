import type { MeetingView, TimetableView } from '@server/events/meetings/meeting.schema';

export type Order = 'slot' | 'person' | 'table';

/** Meetings under one heading, as they are shown and printed together. */
export interface Group {
  key: string;
  /** A slot's or table's number from 1, or a guest's id. */
  of: string;
  meetings: MeetingView[];
}

const byTime = (a: MeetingView, b: MeetingView) => a.slot - b.slot || a.table - b.table;

/** The timetable by slot, by guest (each meeting under both), or by table. */
export function scheduleOf({ meetings, names }: TimetableView, order: Order): Group[] {
  const keysOf = (meeting: MeetingView): string[] => {
    if (order === 'slot') return [String(meeting.slot + 1)];
    return order === 'table' ? [String(meeting.table)] : [meeting.host, meeting.visitor];
  };
  const groups = new Map<string, MeetingView[]>();
  for (const meeting of [...meetings].sort(byTime))
    for (const key of keysOf(meeting)) groups.set(key, [...(groups.get(key) ?? []), meeting]);
  const sorted = [...groups].map(([of, own]) => ({ key: of, of, meetings: own }));
  return order === 'person'
    ? sorted.sort((a, b) => (names[a.of] ?? '').localeCompare(names[b.of] ?? '', 'zh-CN'))
    : sorted.sort((a, b) => Number(a.of) - Number(b.of));
}
