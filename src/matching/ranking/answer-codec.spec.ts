import fc from 'fast-check';
import { PAIR_KINDS } from '../engine/pair-kind';
import { byScore } from '../engine/shard';
import { decodeLists, encodeLists } from './answer-codec';
import { RankedRows } from './ranked-rows';

/** Few scores, so that some are equal. */
const supply = fc.record({
  id: fc.uuid(),
  version: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  score: fc.oneof(fc.constantFrom(10, 20), fc.double({ min: 0, max: 100, noNaN: true })),
  points: fc.tuple(
    ...Array.from({ length: 4 }, () => fc.option(fc.float({ min: 0, max: 100, noNaN: true }))),
  ),
});
const supplies = fc.array(supply, { maxLength: 9 }).map((some) => some.sort(byScore));
const list = fc.record({
  demandId: fc.uuid(),
  pair: fc.constantFrom(...PAIR_KINDS),
  demandVersion: fc.nat(),
  model: fc.nat(),
  entries: supplies.map((some) => RankedRows.of(some)),
});

it('brings lists back as they were, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
      expect(decodeLists(encodeLists(lists))).toEqual(lists);
    }),
  );
});

it('merges the rows of two lists as one would sort them', () => {
  fc.assert(
    fc.property(supplies, supplies, fc.integer({ min: 0, max: 12 }), (some, others, places) => {
      const merged = RankedRows.of(some).merge(RankedRows.of(others), places);
      expect(merged).toEqual(RankedRows.of([...some, ...others].sort(byScore).slice(0, places)));
      expect([...merged.scores]).toEqual(
        [...some, ...others]
          .sort(byScore)
          .slice(0, places)
          .map(({ score }) => score),
      );
    }),
  );
});
