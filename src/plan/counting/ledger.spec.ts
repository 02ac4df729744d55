import fc from 'fast-check';
import { activityLedger, targetLedger } from './credits';
import { decideCredits } from './decide-credits';
import { type EntryIdentity, standing } from './ledger';
import { aSigning, countingPlan2022 } from './testing/builders';
import { actsInSequence, Book, playOut } from './testing/ledger-acts';

function expectSound<E extends { subjectId: string }>({ lines }: Book<E>, { keyOf }: EntryIdentity<E>): void {
  const keys = standing(lines).map(({ entry }) => keyOf(entry));
  expect(new Set(keys).size).toBe(keys.length);
  const contras = lines.filter(({ sign }) => sign === -1);
  expect(new Set(contras.map(({ reverses }) => reverses)).size).toBe(contras.length);
  for (const { reverses, entry } of contras)
    expect(lines.find(({ id, sign }) => id === reverses && sign === 1)?.entry).toEqual(entry);
  const unique = lines.map(({ sign, ordinal, entry }) => `${keyOf(entry)} ${sign} ${ordinal}`);
  expect(new Set(unique).size).toBe(unique.length);
}

describe('the ledgers, after any sequence of acts', () => {
  it('stand at what a count from scratch gives, each credit once, each contra for one line', () => {
    fc.assert(
      fc.property(actsInSequence, (sequence) => {
        const { kept, fresh } = playOut(sequence);
        expect(kept.activities.contents()).toEqual(fresh.activities.contents());
        expect(kept.targets.contents()).toEqual(fresh.targets.contents());
        expectSound(kept.activities, activityLedger);
        expectSound(kept.targets, targetLedger);
      }),
      { numRuns: 250 },
    );
  });

  it('number every time the same credit is written', () => {
    const { credits } = decideCredits(countingPlan2022(['T02']), { kind: 'project', id: 'a' }, [
      aSigning({ activityId: 'act-2' }),
    ]);
    const book = new Book(targetLedger);
    for (let times = 0; times < 3; times++) {
      book.settle('a', credits);
      book.settle('a', []);
    }
    expect(book.lines.map(({ sign, ordinal }) => sign * ordinal)).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it('write nothing when nothing changed', () => {
    const { credits } = decideCredits(countingPlan2022(['T02']), { kind: 'project', id: 'a' }, [
      aSigning({ activityId: 'act-2' }),
    ]);
    const book = new Book(targetLedger);
    book.settle('a', credits);
    book.settle('a', credits);
    expect(book.lines).toHaveLength(1);
  });
});
