import fc from 'fast-check';
import { documentKinds, particulars } from '../taxonomy/document.vocabulary';
import { signingKinds } from '../taxonomy/signing.vocabulary';
import { milestoneLevels } from './paper-level';
import { agreementOf, type Milestone, type Paper, provenLevels } from './proven-levels';

const dayNumber = fc.integer({ min: 1, max: 28 }).map((day) => `2022-06-${String(day).padStart(2, '0')}`);
const paper = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...documentKinds.codes),
  datedOn: dayNumber,
  particulars: fc.oneof(fc.constant([...particulars.codes]), fc.subarray([...particulars.codes])),
});
const papers = fc.uniqueArray(paper, { maxLength: 12, selector: ({ id }) => id });
const milestone = (known: readonly Paper[]) =>
  fc.record({
    subjectId: fc.constantFrom(null, 'a', 'b'),
    level: fc.constantFrom(...milestoneLevels.options),
    reachedOn: dayNumber,
    documentIds: fc.subarray(known.map(({ id }) => id)),
  });
const subjects = ['a', 'b'].map((id, at) => ({
  id,
  line: at + 1,
  facts: { onBoardOn: '2022-08-01', socialInsuranceFrom: '2022-08' },
}));
const signing = papers.chain((held) =>
  fc.record({
    kind: fc.constantFrom(...signingKinds.codes),
    papers: fc.constant(held),
    milestones: fc.array(milestone(held), { maxLength: 4 }),
  }),
);

const key = ({ level, subjectId }: { level: string; subjectId?: string }) => `${level} ${subjectId ?? ''}`;

describe('levels proved', () => {
  it('grow with the papers: none is lost, none moves later', () => {
    fc.assert(
      fc.property(signing, papers, (before, more) => {
        const known = new Set(before.papers.map(({ id }) => id));
        const after = [...before.papers, ...more.filter(({ id }) => !known.has(id))];
        const later = new Map(
          provenLevels(before.kind, after, before.milestones, subjects).map((proven) => [
            key(proven),
            proven,
          ]),
        );
        for (const proven of provenLevels(before.kind, before.papers, before.milestones, subjects)) {
          const still = later.get(key(proven));
          expect(still && still.on <= proven.on).toBe(true);
        }
      }),
    );
  });

  it('do not depend on the order of papers and milestones', () => {
    fc.assert(
      fc.property(signing, ({ kind, papers: held, milestones }) => {
        const turned = provenLevels(kind, held.toReversed(), milestones.toReversed(), subjects.toReversed());
        expect(turned).toEqual(provenLevels(kind, held, milestones, subjects));
      }),
    );
  });

  it('rest on papers that are there', () => {
    fc.assert(
      fc.property(signing, ({ kind, papers: held, milestones }) => {
        const ids = new Set(held.map(({ id }) => id));
        for (const { documentIds } of provenLevels(kind, held, milestones, subjects)) {
          expect(documentIds.length).toBeGreaterThan(0);
          expect(documentIds.every((id) => ids.has(id))).toBe(true);
        }
      }),
    );
  });
});

const SEALED = ['seal', 'parties', 'content', 'term', 'amount'] as const;
const held = (kind: Paper['kind'], datedOn: string, states: Paper['particulars'] = []): Paper => ({
  id: `${kind} ${datedOn}`,
  kind,
  datedOn,
  particulars: states,
});
const levelsOf = (proven: ReturnType<typeof provenLevels>) => proven.map(({ level, on }) => [level, on]);

describe('an agreement', () => {
  it('is an intention until a sealed contract comes, and is dated by it', () => {
    const letter = held('letter-of-intent', '2022-05-01');
    const bare = held('technology-contract', '2022-06-01', ['parties']);
    const contract = held('technology-contract', '2022-06-03', SEALED);
    expect(agreementOf('project', [letter, bare])).toMatchObject({ level: 'intention' });
    expect(agreementOf('project', [letter, contract])).toEqual({
      level: 'signed',
      form: 'contract',
      on: '2022-06-03',
    });
    expect(agreementOf('project', [held('photo', '2022-06-01'), held('news', '2022-06-01')])).toBeUndefined();
  });

  it('by framework binds a cooperation, not a project', () => {
    const framework = held('framework-agreement', '2022-06-01', SEALED);
    expect(agreementOf('cooperation', [framework])?.level).toBe('signed');
    expect(agreementOf('project', [framework])?.level).toBe('framework');
  });
});

describe('a milestone', () => {
  const lease = held('lease', '2022-06-01');
  const receipt = held('rent-receipt', '2022-06-09');
  const settled: Milestone = {
    subjectId: null,
    level: 'settled',
    reachedOn: '2022-06-10',
    documentIds: [lease.id],
  };

  it('is reached on the day reported, once its papers are complete', () => {
    expect(provenLevels('project', [lease], [settled], [])).toEqual([]);
    expect(levelsOf(provenLevels('project', [lease, receipt], [settled], []))).toEqual([
      ['settled', '2022-06-10'],
    ]);
  });

  it('is not reached by papers alone', () => {
    expect(provenLevels('project', [held('business-licence', '2022-06-01')], [], [])).toEqual([]);
  });
});

describe('a roster', () => {
  const people = [
    { id: 'came', line: 1, facts: { onBoardOn: '2022-08-03', socialInsuranceFrom: '2022-08' } },
    { id: 'uninsured', line: 2, facts: { onBoardOn: '2022-08-03' } },
  ];

  it('that gives the month of insurance shows those on board whose lines say so', () => {
    const scan = held('roster', '2022-08-10', ['seal', 'parties', 'term', 'insurance-month']);
    expect(provenLevels('talent', [scan], [], people)).toEqual([
      { level: 'signed', on: '2022-08-10', documentIds: [scan.id] },
      { level: 'on-board', on: '2022-08-03', documentIds: [scan.id], subjectId: 'came' },
    ]);
    const without = held('roster', '2022-08-10', ['seal', 'parties', 'term']);
    expect(levelsOf(provenLevels('talent', [without], [], people))).toEqual([['signed', '2022-08-10']]);
  });
});
