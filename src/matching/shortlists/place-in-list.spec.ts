import { placeWith } from './place-in-list';

const list = { supplyIds: ['a', 'b', 'c'], scores: [90, 60, 30] };
const full = {
  supplyIds: Array.from({ length: 50 }, (_, at) => `s${at}`),
  scores: Array.from({ length: 50 }, (_, at) => 100 - at),
};

it.each([
  ['a newcomer above some', 70, 'x', list, 2],
  ['one that would rise, its own row not in its way', 95, 'c', list, 1],
  ['one that stays', 60, 'b', list, 2],
  ['a newcomer to a list with room', 1, 'x', list, 4],
  ['a newcomer below a full list', 1, 'x', full, null],
  ['the last of a full list', 51, 's49', full, 50],
] as const)('places %s', (_, score, supplyId, given, place) => {
  expect(placeWith(score, supplyId, given)).toBe(place);
});
