import fc from 'fast-check';
import { TABLES } from '../../src/duplicates/duplicate-kind';
import { type Link, LINKS, type Merged, SEALED_LINKS, STAYING } from '../../src/duplicates/merging/links';
import type { MergeView } from '../../src/duplicates/merging/merge.schema';
import { bodyOf, technologyNeed } from '../records/park-life';
import { growers } from './children';
import {
  BODIES,
  MERGERS,
  type Made,
  asSystem,
  codeOf,
  days,
  endMerging,
  make,
  merge,
  preview,
  read,
  sql,
  startMerging,
  undo,
} from './merging-life';

beforeAll(startMerging, 60_000);
afterAll(endMerging);

const ALL: readonly Link[] = [...LINKS, ...SEALED_LINKS];
const nameOf = ({ table, column }: Link) => `${table}.${column}`;

describe('the catalogue of what refers to what can be merged', () => {
  /** Ids of other things, without a foreign key that says so. */
  const ELSEWHERE = new Set([
    ...[
      'audit_entries.actor_user_id',
      'audit_links.entry_id',
      'consents.document_id',
      'consents.recorded_by',
    ],
    ...['need_versions.actor_user_id', 'project_versions.actor_user_id', 'talent_versions.actor_user_id'],
    ...[
      'match_runs.requested_by',
      'match_runs.resume_after',
      'match_moves.moved_by',
      'match_contacts.contacted_by',
    ],
    ...['match_notes.written_by', 'match_shares.shared_by', 'match_shares.park_id', 'record_merges.ended'],
    ...[
      'matches.demand_park_id',
      'matches.supply_park_id',
      'shortlists.demand_park_id',
      'user_activities.activity_id',
    ],
    ...['session_guests.wishes', 'session_guests.session_id', 'session_meetings.session_id'],
    ...['session_meetings.host_id', 'session_meetings.visitor_id', 'signing_milestones.document_ids'],
    ...['saved_views.park_ids', 'duplicate_pairs.first_park_id', 'duplicate_pairs.second_park_id'],
    ...['target_credits.proof', 'target_credits.reverses', 'activity_credits.reverses'],
  ]);

  it('names every column of the database that may hold such an id', async () => {
    const columns = await sql<{ name: string; leads: string | null }>(
      `SELECT c.table_name || '.' || c.column_name AS name, (
         SELECT min(k.confrelid::regclass::text) FROM pg_constraint k JOIN pg_attribute a
           ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
         WHERE k.contype = 'f' AND k.conrelid = ('public.' || c.table_name)::regclass AND a.attname = c.column_name) AS leads
       FROM information_schema.columns c JOIN pg_class t ON t.oid = ('public.' || c.table_name)::regclass
       WHERE c.table_schema = 'public' AND t.relkind = 'r' AND c.udt_name IN ('uuid', '_uuid') AND c.column_name <> 'id'`,
    );
    const ours = new Set([...Object.values(TABLES)]);
    const named = new Set([...ALL.map(nameOf), ...Object.keys(STAYING), ...ELSEWHERE]);
    const unnamed = columns
      .filter(({ name, leads }) => (leads === null || ours.has(leads)) && !named.has(name))
      .map(({ name }) => name);
    // A new column belongs into LINKS or STAYING (src/duplicates/merging/links.ts), or here when it names something else.
    expect(unnamed).toEqual([]);
    const there = new Set(columns.map(({ name }) => name));
    expect([...named].filter((name) => !there.has(name))).toEqual([]);
  });
});

/** All that refers to one of `ids`, by table, column and row. */
async function referring(kinds: readonly Merged[], ids: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { table, column, list, key = ['id'], of } of ALL) {
    if (!of.some((kind) => kinds.includes(kind))) continue;
    const rows = await sql<{ key: string; value: string }>(
      `SELECT concat_ws('/', ${key.join(', ')}) AS key, array_to_string(${list ? column : `ARRAY[${column}]`}, ',') AS value
       FROM ${table} WHERE ${list ? `${column} && $1::uuid[]` : `${column} = ANY ($1::uuid[])`}`,
      [ids],
    );
    lines.push(...rows.map(({ key: row, value }) => `${table}.${column} ${row} ${value}`));
  }
  return lines.sort();
}

describe('a merge', () => {
  it('moves all that hangs on the record, loses nothing, and can be taken back whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MERGERS),
        fc.array(fc.record({ link: fc.nat(), toFrom: fc.boolean() }), { minLength: 4, maxLength: 10 }),
        fc.boolean(),
        async (kind, children, isFar) => {
          const park = isFar && kind !== 'organisation' ? { park: 'NO.2' } : {};
          const [from, into] = [await make(kind), await make(kind, park)];
          const kinds: Merged[] = kind === 'talent' ? ['talent', 'person'] : [kind];
          const links = ALL.filter(({ of }) => of.some((one) => kinds.includes(one)));
          await asSystem(async (tx) => {
            const grow = growers(days, tx);
            for (const { link, toFrom } of children) {
              const chosen = links[link % links.length] as Link;
              const side = toFrom ? from : into;
              const about =
                chosen.of.includes('person') && !chosen.of.includes(kind) ? side.personId : side.id;
              const add = grow[nameOf(chosen)];
              if (!add) throw new Error(`no grower of ${nameOf(chosen)}`);
              await add(about as string);
            }
          });
          const gone = [from.id, ...(from.personId ? [from.personId] : [])];
          const kept = [into.id, ...(into.personId ? [into.personId] : [])];
          const before = await referring(kinds, [...gone, ...kept]);
          const done = bodyOf<MergeView>(await merge(kind, from, into, { acceptFigures: true }).expect(201));
          const moved = (line: string) =>
            gone.reduce((text, id, at) => text.replace(` ${id}`, ` ${kept[at] ?? ''}`), line);
          const after = await referring(kinds, [...gone, ...kept]);
          // What stays is what both have: the profile keeps its own person, and each park one contact.
          const stay = before.filter(
            (line) =>
              after.includes(line) &&
              (line.startsWith(`talents.person_id ${from.id}`) || line.startsWith('person_contacts.')),
          );
          const own = after.filter(
            (line) => / merged_into|\.merged_into/.test(line) && gone.some((id) => line.includes(` ${id} `)),
          );
          expect([...new Set([...after, ...stay])].filter((line) => !own.includes(line)).sort()).toEqual(
            before.map((line) => (stay.includes(line) ? line : moved(line))).sort(),
          );
          expect(await read(kind, from.id)).toMatchObject({ mergedInto: into.id });
          await undo(done.id, { acceptFigures: true }).expect(200);
          expect(await referring(kinds, [...gone, ...kept])).toEqual(before);
          expect(await read(kind, from.id)).toMatchObject({ mergedInto: null });
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
  }, 60_000);
});

describe('what two records say', () => {
  it('is kept field by field: the fuller by itself, another where a person says so', async () => {
    const from = await make('need', { title: '密封件', text: '短', tags: ['2.1'] });
    const into = await make('need', {
      title: '密封件寿命',
      text: '短文',
      tags: ['3.1'],
      publicSummary: '概要',
    });
    const seen = await preview('need', from, into);
    const proposed = new Map(seen.fields.map((field) => [field.name, field.keep]));
    expect([proposed.get('title'), proposed.get('tags'), proposed.get('publicSummary')]).toEqual([
      'into',
      'both',
      'into',
    ]);
    expect(await read('need', into.id)).toMatchObject({ version: into.version });
    await merge('need', from, into, { fields: { title: 'from' } }).expect(201);
    expect(await read('need', into.id)).toMatchObject({
      title: '密封件',
      text: '短文',
      tags: ['3.1', '2.1'],
      publicSummary: '概要',
    });
    const versions = bodyOf<{ action: string }[]>(
      await days.manager.get(`/needs/${from.id}/versions`).expect(200),
    );
    expect(versions.map(({ action }) => action)).toEqual(['create', 'merge']);
    const list = bodyOf<{ items: { id: string }[] }>(await days.manager.get('/needs?limit=100').expect(200));
    expect(list.items.map(({ id }) => id)).not.toContain(from.id);
    const refused = await days.manager
      .post(`/needs/${from.id}/reopen`)
      .set('If-Match', `"${from.version + 1}"`)
      .expect(409);
    expect(codeOf(refused)).toBe('RECORD.MERGED');
  });

  it('goes on where the further of the two is', async () => {
    const draft = await make('need');
    const submitted = bodyOf<Made>(
      await days.enterprise
        .post('/needs', { ...BODIES.need(), organisation: days.enterprises[0] })
        .expect(201),
    );
    const sent = bodyOf<Made>(
      await days.enterprise.post(`/needs/${submitted.id}/submit`).set('If-Match', '"1"').expect(200),
    );
    const done = bodyOf<MergeView>(await merge('need', sent, draft, {}, days.officer).expect(201));
    expect(await read('need', draft.id)).toMatchObject({ status: 'submitted' });
    await undo(done.id, {}, days.officer).expect(200);
    expect(await read('need', draft.id)).toMatchObject({ status: 'draft' });
    expect(await read('need', sent.id)).toMatchObject({ status: 'submitted', mergedInto: null });
  });

  it('leads whoever names a merged organisation to the one that stays, and keeps a credit code', async () => {
    const from = await make('organisation', { name: '太原旧名厂', uscc: '91350100M000100Y43' });
    const into = await make('organisation', { name: '太原新名厂' });
    await merge('organisation', from, into).expect(201);
    expect(await read('organisation', into.id)).toMatchObject({ uscc: '91350100M000100Y43' });
    const need = { ...technologyNeed(), organisation: from.id };
    expect(codeOf(await days.manager.post('/needs', need).expect(409))).toBe('RECORD.MERGED');
    const listed = bodyOf<{ items: { id: string }[] }>(
      await days.manager.get(`/organisations?q=${encodeURIComponent('太原')}&limit=100`).expect(200),
    );
    expect(listed.items.map(({ id }) => id)).not.toContain(from.id);
  });
});

describe('matches and signings of one pair', () => {
  const twoMatches = async () => {
    const [one, other] = [await days.match('negotiating'), await days.match('shared')];
    const [far] = await sql<{ demand_id: string; supply_id: string }>(
      'SELECT demand_id, supply_id FROM matches WHERE id = $1',
      [one],
    );
    const [near] = await sql<{ supply_id: string }>('SELECT supply_id FROM matches WHERE id = $1', [other]);
    if (!far || !near) throw new Error('no match');
    await sql('UPDATE matches SET demand_id = $2 WHERE id = $1', [other, far.demand_id]);
    const [kept, gone] = [
      await read<Made>('project', near.supply_id),
      await read<Made>('project', far.supply_id),
    ];
    return { far: one, near: other, kept, gone };
  };

  it('become the one that is further, with both histories', async () => {
    const { far, near, kept, gone } = await twoMatches();
    await days.officer.post(`/matches/${far}/contacts`, { how: 'phone', result: 'interested' });
    await days.officer.post(`/matches/${near}/contacts`, { how: 'phone', result: 'interested' });
    const contacts = async () =>
      bodyOf<unknown[]>(await days.officer.get(`/matches/${far}/contacts`).expect(200)).length;
    const before = await contacts();
    const seen = await preview('project', gone, kept, days.officer);
    expect(seen).toMatchObject({ matchesJoined: 1, obstacle: null, counts: { matches: 1 } });
    const done = bodyOf<MergeView>(await merge('project', gone, kept, {}, days.officer).expect(201));
    const match = async (id: string) =>
      bodyOf<Record<string, unknown>>(await days.officer.get(`/matches/${id}`).expect(200));
    expect(await match(near)).toMatchObject({ stage: 'terminated', mergedInto: far });
    expect(await match(far)).toMatchObject({ stage: 'negotiating', supply: { id: kept.id } });
    expect(await contacts()).toBe(before * 2);
    const moves = bodyOf<{ to: string }[]>(await days.officer.get(`/matches/${far}/moves`).expect(200));
    expect(moves.map(({ to }) => to)).toContain('terminated');
    await undo(done.id, {}, days.officer).expect(200);
    expect(await match(near)).toMatchObject({ stage: 'shared', mergedInto: null });
    expect(await match(far)).toMatchObject({ supply: { id: gone.id } });
    expect(await contacts()).toBe(before);
  });

  it('are not both signed: two signings that stand are refused in words', async () => {
    const { far, near, kept, gone } = await twoMatches();
    for (const match of [far, near]) {
      await sql(`UPDATE matches SET stage = 'negotiating' WHERE id = $1`, [match]);
      const body = { kind: 'project', title: '联合开发', match, documents: [await days.paper()] };
      await days.officer.post('/signings', body).expect(201);
    }
    const refused = await merge('project', gone, kept, {}, days.officer).expect(409);
    expect(codeOf(refused)).toBe('MERGE.TWO_SIGNINGS');
    expect((refused.body as { detail: string }).detail).toMatch(/签-.*签-/);
    expect((await preview('project', gone, kept)).obstacle).toMatchObject({ code: 'MERGE.TWO_SIGNINGS' });
  });
});

describe('numbers of a plan', () => {
  it('change only by the platform’s word, in lines that say why, and come back', async () => {
    const [one, other] = [await days.project(), await days.project()];
    await days.confirmedProject(2, { project: one });
    await days.confirmedProject(2, { project: other });
    const numbers = async () => (await days.progress()).targets.map(({ code, counted }) => [code, counted]);
    const before = await numbers();
    const lines = () =>
      sql<{ id: string; sign: number; cause: string }>(
        'SELECT id, sign, cause FROM target_credits ORDER BY id',
      );
    const written = await lines();
    const [from, into] = [await read<Made>('project', one), await read<Made>('project', other)];
    const { figures } = await preview('project', from, into);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures[0]).toMatchObject({ before: 2, after: 1 });
    expect(await numbers()).toEqual(before);
    for (const client of [days.officer, days.manager])
      expect(codeOf(await merge('project', from, into, {}, client).expect(409))).toBe('MERGE.FIGURES');
    expect(
      codeOf(await merge('project', from, into, { acceptFigures: true }, days.officer).expect(409)),
    ).toBe('MERGE.FIGURES');
    const done = bodyOf<MergeView>(await merge('project', from, into, { acceptFigures: true }).expect(201));
    const after = new Map((await numbers()) as [string, number][]);
    expect(
      (before as [string, number][]).some(([code, counted]) => (after.get(code) ?? 0) === counted - 1),
    ).toBe(true);
    expect((await lines()).filter(({ id }) => written.some((line) => line.id === id))).toEqual(written);
    expect(new Set((await lines()).slice(written.length).map(({ cause }) => cause))).toEqual(
      new Set(['merge']),
    );
    await undo(done.id, { acceptFigures: true }).expect(200);
    expect(await numbers()).toEqual(before);
  });

  it('stay as they are when only one of the two was counted', async () => {
    const one = await days.project();
    await days.confirmedProject(2, { project: one });
    const before = (await days.progress()).totals;
    expect(before.counted).toBeGreaterThan(0);
    const from = await read<Made>('project', one);
    await merge('project', from, await make('project'), {}, days.officer).expect(201);
    expect((await days.progress()).totals).toEqual(before);
  });
});
