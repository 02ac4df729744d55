import { type Description, operationsOf } from '../support/openapi/description';
import { readFields, saidTo } from './fields';
import { jobsAndAudit, leaksIn, recordLog } from './leaks';
import { ask, type Cell, ERASE, printRows, readMatrix, relationsOf, rowsOf } from './matrix';
import { BOUND, rowsSeenBy, type Seen } from './rows';
import { CALLERS, CONTACTS, KEPT, NAMES, startWorld, type World } from './world';

/** Take away what the others are about, so they are asked last. */
const LAST = [ERASE, 'DELETE /session'];

let world: World | undefined;
let logged: string[];
let jobs: string;
let unfiltered: { byBound: Seen[]; byManager: Seen[] };
const cells: Cell[] = [];
const searched: Cell[] = [];

beforeAll(async () => {
  world = await startWorld();
  unfiltered = {
    byBound: await rowsSeenBy(BOUND, world),
    byManager: await rowsSeenBy(['manager'], world),
  };
  logged = recordLog();
  const answer = await world.days.server.anonymous().get('/api/openapi.json').expect(200);
  const description = answer.body as Description;
  const operations = operationsOf(description);
  const last = LAST.flatMap((name) => operations.filter((operation) => operation.name === name));
  const searches = operations.flatMap((operation) =>
    operation.parameters.some(({ name }) => name === 'q')
      ? [KEPT, NAMES[0]].map((word) => ({ ...operation, query: `?q=${encodeURIComponent(word ?? '')}` }))
      : [],
  );
  for (const search of searches) searched.push(...(await ask(search, 'known', world, description)));
  for (const operation of [...operations.filter(({ name }) => !LAST.includes(name)), ...last])
    for (const relation of relationsOf(operation, world))
      cells.push(...(await ask(operation, relation, world, description)));
  jobs = await jobsAndAudit(world);
}, 120_000);
afterAll(() => world?.days.server.close());

describe('the matrix of operations, relations and roles', () => {
  const reviewed = readMatrix();

  it('has a row for all that is offered, and none for what is not', () => {
    const offered = rowsOf(cells);
    const missing = [...offered].filter(([key]) => !reviewed.has(key));
    // Rows to review, and then to put into test/access/matrix.txt.
    expect(printRows(missing)).toBe('');
    expect([...reviewed.keys()].filter((key) => !offered.has(key))).toEqual([]);
  });

  it('is what callers meet', () => {
    const offered = [...rowsOf(cells)].filter(([key]) => reviewed.has(key));
    const other = offered.filter(([key, found]) => reviewed.get(key) !== found);
    expect(printRows(other)).toBe(printRows(other.map(([key]) => [key, reviewed.get(key) ?? ''])));
  });

  it('answers every request, and refuses none before the question of access', () => {
    expect(cells.filter(({ verdict }) => verdict === '?' || verdict === 'X')).toEqual([]);
  });

  it('reveals nothing by a refusal: what a role may not read is answered like what does not exist', () => {
    const revealing = [...reviewed].flatMap(([key, verdicts]) => {
      const [, operation = '', relation = ''] = /^(.*) (\S+)$/.exec(key) ?? [];
      const nothing = reviewed.get(`${operation} missing`);
      const reading = reviewed.get(`${thingRead(operation)} ${relation}`);
      return CALLERS.filter((_, at) => {
        const refused = verdicts[at] === '-' || verdicts[at] === '0';
        return refused && nothing !== undefined && verdicts[at] !== nothing[at] && reading?.[at] !== '+';
      }).map((caller) => `${key} ${caller}`);
    });
    expect(revealing).toEqual([]);
  });
});

/** The operation that reads the thing another one is about. */
const thingRead = (operation: string): string =>
  `GET ${READ_ELSEWHERE[operation] ?? /^\S+ (\/[a-z-]+\/\{id\})/.exec(operation)?.[1] ?? ''}`;
const READ_ELSEWHERE: Record<string, string> = {
  'POST /matches/decisions': '/needs/{id}',
  'POST /matches/notes': '/needs/{id}',
  'POST /merges': '/needs/{id}',
  'POST /merges/preview': '/needs/{id}',
  'POST /duplicates/dismissals': '/needs/{id}',
  [ERASE]: '/persons/{id}/copy',
};

it('tells each role no field beyond its reviewed list', () => {
  const allowed = readFields();
  const beyond = [...saidTo(cells)].flatMap(([key, names]) =>
    [...names].filter((name) => !allowed.get(key)?.has(name)).map((name) => `${key}: ${name}`),
  );
  // Fields to review, and then to put into test/access/fields.txt.
  expect(beyond).toEqual([]);
});

/**
 * What staff see across parks: the days of activities, and persons, of whom each is entered once in the network (their keys, without
 * which nobody could enter a contact, open nothing that is not seen).
 */
const OF_THE_NETWORK = new Set<Seen>(
  (['officer', 'park-lead'] as const).flatMap((role) =>
    ['activity_sessions', 'data_keys', 'persons'].map((table): Seen => `${table} ${role}`),
  ),
);

describe('with no filter but row-level security, in every table there is', () => {
  it('nobody of one park sees a row of what the other keeps', () => {
    expect(unfiltered.byBound.filter((seen) => !OF_THE_NETWORK.has(seen))).toEqual([]);
    expect(unfiltered.byBound).toEqual(expect.arrayContaining([...OF_THE_NETWORK]));
  });

  it('who serves all parks sees them (the control)', () => {
    expect(unfiltered.byManager.length).toBeGreaterThan(15);
  });
});

describe('what another park keeps, names without consent, and how people are reached', () => {
  it('were told to those who may (the control)', () => {
    const told = (word: string, caller: string) =>
      cells.some(({ caller: to, text }) => to === caller && text.includes(word));
    for (const word of [KEPT, ...NAMES, ...CONTACTS]) expect(told(word, 'manager')).toBe(true);
    expect(logged.length).toBeGreaterThan(cells.length / 2);
    expect(jobs.length).toBeGreaterThan(1000);
  });

  it('are in no other answer', () => {
    expect(leaksIn([...cells, ...searched])).toEqual([]);
  });

  it('are in no line of the log, no job and no entry of the audit log', () => {
    for (const word of [KEPT, ...NAMES, ...CONTACTS, 'a long enough password'])
      expect([logged.find((line) => line.includes(word)), jobs.includes(word)]).toEqual([undefined, false]);
  });
});
