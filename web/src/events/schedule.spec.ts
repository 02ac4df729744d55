import type { MeetingView } from '@server/events/meetings/meeting.schema';
import { scheduleOf } from './schedule';

const meeting = (id: string, host: string, visitor: string, slot: number, table: number): MeetingView => ({
  ...{ id, host, visitor, slot, table, score: 50, pairKind: null, locked: false, talk: null, match: null },
});
const timetable = {
  meetings: [meeting('3', 'b', 'x', 1, 2), meeting('1', 'a', 'x', 0, 1), meeting('2', 'b', 'y', 0, 2)],
  names: { a: '甲', b: '乙', x: '研究所', y: '大学' },
  total: 150,
  upperBound: 150,
  kept: null,
};
const idsOf = (order: 'slot' | 'person' | 'table') =>
  Object.fromEntries(
    scheduleOf(timetable, order).map(({ of, meetings }) => [of, meetings.map(({ id }) => id)]),
  );

it('is put together by slot, by table, and under each guest', () => {
  expect(idsOf('slot')).toEqual({ 1: ['1', '2'], 2: ['3'] });
  expect(idsOf('table')).toEqual({ 1: ['1'], 2: ['2', '3'] });
  expect(idsOf('person')).toEqual({ a: ['1'], b: ['2', '3'], x: ['1', '3'], y: ['2'] });
});
