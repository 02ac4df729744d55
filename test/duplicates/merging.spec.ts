import fc from 'fast-check';
import { SYSTEM } from '../../src/common/actor';
import { DuplicatesModule } from '../../src/duplicates/duplicates.module';
import { type DuplicateKind, TABLES } from '../../src/duplicates/duplicate-kind';
import { type Link, LINKS, type Merged, SEALED_LINKS, STAYING } from '../../src/duplicates/merging/links';
import type { MergePreview, MergeView } from '../../src/duplicates/merging/merge.schema';
import type { DuplicatesView } from '../../src/duplicates/finding/duplicate-pair.schema';
import { bodyOf, technologyNeed } from '../records/park-life';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import type { Client } from '../support/test-app';
import { growers } from './children';

let days: PlanDays;

beforeAll(async () => {
  days = await startPlanDays(DuplicatesModule);
}, 60_000);
afterAll(() => days.server.close());

const PATHS = { organisation: 'organisations', need: 'needs', project: 'projects', talent: 'talents' };
const MERGERS = ['need', 'project', 'talent', 'organisation'] as const;

interface Made {
  id: string;
  version: number;
  personId?: string | null;
}
let made = 0;
const BODIES: Record<DuplicateKind, () => object> = {
  need: () => technologyNeed({ title: `密封件寿命 ${++made}` }),
  project: () => ({ park: 'NO.1', title: `聚氨酯密封 ${++made}`, text: '中试' }),
  talent: () => ({
    park: 'NO.1',
    name: `周工${++made}`,
    tier: 'professional',
    text: '从事密封研究',
    contact: { phone: `139${String(made).padStart(8, '0')}` },
  }),
  organisation: () => ({ name: `太原密封${++made}厂`, kind: 'enterprise' }),
};
const make = async (kind: DuplicateKind, over: object = {}, client = days.manager): Promise<Made> =>
  bodyOf<Made>(await client.post(`/${PATHS[kind]}`, { ...BODIES[kind](), ...over }).expect(201));

const read = async <T = Record<string, unknown>>(kind: DuplicateKind, id: string): Promise<T> =>
  bodyOf<T>(await days.manager.get(`/${PATHS[kind]}/${id}`).expect(200));

const request = (kind: DuplicateKind, from: Made, into: Made, over: object = {}) => ({
  kind,
  from: from.id,
  into: into.id,
  fromVersion: from.version,
  intoVersion: into.version,
  reason: '同一项',
  ...over,
});
const merge = (kind: DuplicateKind, from: Made, into: Made, over: object = {}, client: Client = days.manager) =>
  client.post('/merges', request(kind, from, into, over));
const preview = async (kind: DuplicateKind, from: Made, into: Made, client = days.manager) =>
  bodyOf<MergePreview>(
    await client.post('/merges/preview', { kind, from: from.id, into: into.id }).expect(200),
  );
const undo = (id: string, over: object = {}, client = days.manager) => client.post(`/merges/${id}/undo`, over);
const asSystem = <T>(work: Parameters<typeof days.database.as<T>>[1]) => days.database.as(SYSTEM, work);
const sql = <T extends object>(text: string, params: unknown[] = []): Promise<T[]> =>
  asSystem((tx) => tx.query<T[]>(text, params));
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

const ALL: readonly Link[] = [...LINKS, ...SEALED_LINKS];
const nameOf = ({ table, column }: Link) => `${table}.${column}`;

describe('the catalogue of what refers to what can be merged', () => {
  /** Ids of other things, without a foreign key that says so. */
  const ELSEWHERE = new Set([
    ...['audit_entries.actor_user_id', 'audit_links.entry_id', 'consents.document_id', 'consents.recorded_by'],
    ...['need_versions.actor_user_id', 'project_versions.actor_user_id', 'talent_versions.actor_user_id'],
    ...['match_runs.requested_by', 'match_runs.resume_after', 'match_moves.moved_by', 'match_contacts.contacted_by'],
    ...['match_notes.written_by', 'match_shares.shared_by', 'match_shares.park_id', 'record_merges.ended'],
    ...['matches.demand_park_id', 'matches.supply_park_id', 'shortlists.demand_park_id', 'user_activities.activity_id'],
    ...['session_guests.wishes', 'session_guests.session_id', 'session_meetings.session_id'],
    ...['session_meetings.host_id', 'session_meetings.visitor_id', 'signing_milestones.document_ids'],
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
        async (kind, children) => {
          const [from, into] = [await make(kind), await make(kind)];
          const kinds: Merged[] = kind === 'talent' ? ['talent', 'person'] : [kind];
          const links = ALL.filter(({ of }) => of.some((one) => kinds.includes(one)));
          await asSystem(async (tx) => {
            const grow = growers(days, tx);
            for (const { link, toFrom } of children) {
              const chosen = links[link % links.length] as Link;
              const side = toFrom ? from : into;
              const about = chosen.of.includes('person') && !chosen.of.includes(kind) ? side.personId : side.id;
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
          const own = after.filter((line) => / merged_into|\.merged_into/.test(line) && gone.some((id) => line.includes(` ${id} `)));
          expect([...new Set([...after, ...stay])].filter((line) => !own.includes(line)).sort()).toEqual(
            before.map((line) => (stay.includes(line) ? line : moved(line))).sort(),
          );
          expect(await read(kind, from.id)).toMatchObject({ mergedInto: into.id });
          await undo(done.id, { acceptFigures: true }).expect(200);
          expect(await referring(kinds, [...gone, ...kept])).toEqual(before);
          expect(await read(kind, from.id)).toMatchObject({ mergedInto: null });
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
