import fc from 'fast-check';
import { type ComparedPage, comparePages } from './compare-pages';

const pageOf = (ids: readonly string[], after: string, limit: number) =>
  ids
    .filter((id) => id > after)
    .slice(0, limit)
    .map((id) => ({ id }));

it('finds each id of two listings once, page by page, with its counterpart', () => {
  const ids = fc
    .uniqueArray(fc.nat(60), { maxLength: 40 })
    .map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).sort());
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 7 }), (left, right, limit) => {
      const found: (string | undefined)[][] = [];
      for (let after: string | undefined = ''; after !== undefined;) {
        const page: ComparedPage<{ id: string }, { id: string }> = comparePages(
          pageOf(left, after, limit),
          pageOf(right, after, limit),
          limit,
        );
        found.push(...page.pairs.map(([one, other]) => [one?.id, other?.id]));
        after = page.next;
      }
      const expected = [...new Set([...left, ...right])].map((id) => [
        left.includes(id) ? id : undefined,
        right.includes(id) ? id : undefined,
      ]);
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});
