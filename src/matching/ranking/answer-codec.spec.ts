import fc from 'fast-check';
import { PAIR_KINDS } from '../engine/pair-kind';
import { decodeLists, encodeLists } from './answer-codec';

const supply = fc.record({
  id: fc.uuid(),
  version: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  points: fc.tuple(
    ...Array.from({ length: 4 }, () => fc.option(fc.float({ min: 0, max: 100, noNaN: true }))),
  ),
});
const list = fc.record({
  demandId: fc.uuid(),
  pair: fc.constantFrom(...PAIR_KINDS),
  demandVersion: fc.nat(),
  model: fc.nat(),
  entries: fc.array(supply, { maxLength: 5 }),
});

it('brings lists back as they were, scores to the last bit', () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
      expect(decodeLists(encodeLists(lists))).toEqual(lists);
    }),
  );
});
