import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, type Description, type Operation } from '../support/openapi/description';
import { leastValue } from '../support/openapi/least-value';
import { BODIES, QUERIES } from './requests';
import { CALLERS, type CallerName, NOWHERE, type Relation, type World } from './world';

/**
 * What an answer says about access: `+` the caller is let through (whatever the request then comes to), `-` refused as
 * forbidden, `0` told that there is no such thing, `!` asked to sign in, `?` refused before the question was reached.
 */
export type Verdict = '+' | '-' | '0' | '!' | '?' | 'X';

export interface Cell {
  operation: string;
  relation: Relation;
  caller: CallerName;
  verdict: Verdict;
  status: number;
  text: string;
}

/** An operation, sent with `query` where that says something. */
type Asked = Operation & { query?: string };

/** Operations whose body, not address, names the thing. */
const BY_BODY: Record<string, Relation[]> = {
  'POST /needs': ['own', 'elsewhere'],
  'POST /projects': ['own', 'elsewhere'],
  'POST /talents': ['own', 'elsewhere'],
  'POST /signings': ['own', 'elsewhere'],
  'POST /signings/roster': ['own', 'elsewhere'],
  'POST /matches/decisions': ['own', 'network', 'elsewhere', 'missing'],
  'POST /matches/notes': ['own', 'network', 'elsewhere', 'missing'],
  'POST /merges': ['own', 'network', 'elsewhere', 'missing'],
  'POST /merges/preview': ['own', 'network', 'elsewhere', 'missing'],
  'POST /duplicates/dismissals': ['own', 'network', 'elsewhere', 'missing'],
};

/** Takes its thing away, as every DELETE does. */
export const ERASE = 'POST /persons/{id}/erase';

/** The thing an address is about: "needs" of /needs/{id}/versions, "submissions" of /plans/{code}/submissions/{id}. */
function thingOf(path: string): string | undefined {
  const named = /([a-z-]+)\/\{(id|demandId)\}/.exec(path);
  if (named?.[2] === 'id') return named[1];
  return path.includes('{demandId}') ? 'needs' : undefined;
}

/** How callers may stand to what an operation is about. */
export function relationsOf({ name, path }: Operation, { things }: World): Relation[] {
  const byBody = BY_BODY[name];
  if (byBody) return byBody;
  if (!path.includes('{') || /^[^{]*\{kind\}[^{]*$/.test(path)) return ['known'];
  const thing = thingOf(path);
  const ids = thing === undefined ? { known: '' } : (things[thing] ?? {});
  return [...(Object.keys(ids) as Relation[]), 'missing'];
}

function addressOf(
  { name: operation, path, query, parameters: described }: Asked,
  relation: Relation,
  world: World,
  description: Description,
): string {
  const { things, parameters, missing } = world;
  const thing = thingOf(path);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'supplyId') return things.projects?.own ?? '';
    if (name === 'id' || name === 'demandId')
      return things[thing ?? '']?.[relation] ?? missing[thing ?? ''] ?? NOWHERE;
    if (path.startsWith('/parks/')) return relation === 'missing' ? 'NO.99' : 'NO.1';
    const decides = thing === undefined && relation === 'missing' && name in missing;
    const area = `${path.split('/')[1]}.${name}`;
    return (decides ? missing[name] : (parameters[area] ?? parameters[name])) ?? NOWHERE;
  });
  // The plan by its code, a format by its name: what a query must say.
  const required = described.filter((parameter) => parameter.in === 'query' && parameter.required);
  const least = required.map(
    ({ name, schema }) =>
      `${name}=${name === 'plan' ? parameters.code : String(leastValue(schema ?? {}, description))}`,
  );
  return API + address + (query ?? QUERIES[operation] ?? `?${least.join('&')}`);
}

function verdictOf(status: number, text: string): Verdict {
  // Decisions are answered one by one, each with its own refusal.
  const inner = /^\{"items":\[\{"index":0,"ok":false,"problem":\{.*?"status":(\d+)/.exec(text)?.[1];
  switch (Number(inner ?? status)) {
    case 401:
      return '!';
    case 403:
      return '-';
    case 404:
      return '0';
    case 400:
    case 428:
      return '?';
    default:
      return status < 500 ? '+' : 'X';
  }
}

/** Of a stream, nothing but that it was opened. */
const textOf = async (answer: Response): Promise<string> => {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  await answer.body?.cancel();
  return '';
};

const formWithFile = (operation: string): FormData => {
  const form = new FormData();
  if (operation === 'POST /imports') form.append('kind', 'technology-needs');
  form.append('file', new Blob(['x']), '甲.txt');
  return form;
};

/** Asks every caller for one operation on one thing: together, but one after the other where the first takes it away. */
export async function ask(
  operation: Asked,
  relation: Relation,
  world: World,
  description: Description,
): Promise<Cell[]> {
  const { name, method, body, multipart } = operation;
  const url = (await world.days.server.app.getUrl()) + addressOf(operation, relation, world, description);
  const given = BODIES[name];
  const sent: unknown =
    (typeof given === 'function' ? given(relation, world) : given) ?? (body && leastValue(body, description));
  const askAs = async (caller: CallerName): Promise<Cell> => {
    const client = caller === 'nobody' ? undefined : world.callers[caller];
    const answer = await fetch(url, {
      method,
      headers: {
        ...(client && { Cookie: client.cookie, 'X-CSRF-Token': client.csrfToken }),
        ...(method !== 'GET' && { 'If-Match': '"999"' }),
        ...(sent !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
      ...(multipart && { body: formWithFile(name) }),
    });
    const text = await textOf(answer);
    const { status } = answer;
    return { operation: name, relation, caller, verdict: verdictOf(status, text), status, text };
  };
  if (method !== 'DELETE' && name !== ERASE) return Promise.all(CALLERS.map(askAs));
  const cells: Cell[] = [];
  for (const caller of CALLERS) cells.push(await askAs(caller));
  return cells;
}

/** The reviewed rows: "GET /needs/{id} own" → "+++…", one letter for each caller in their order. */
export function readMatrix(): Map<string, string> {
  const rows = new Map<string, string>();
  let operation = '';
  for (const line of readFileSync(join(__dirname, 'matrix.txt'), 'utf8').split('\n')) {
    if (/^(#|\s*$)/.test(line)) continue;
    if (!line.startsWith(' ')) operation = line.trim();
    else {
      const [relation = '', ...verdicts] = (line.split('#')[0] ?? '').trim().split(/\s+/);
      rows.set(`${operation} ${relation}`, verdicts.join(''));
    }
  }
  return rows;
}

/** What was found, by row as in the file. */
export function rowsOf(cells: readonly Cell[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { operation, relation, verdict } of cells) {
    const key = `${operation} ${relation}`;
    rows.set(key, (rows.get(key) ?? '') + verdict);
  }
  return rows;
}

/** Rows as the file has them, to be reviewed and pasted. */
export function printRows(rows: Iterable<readonly [key: string, verdicts: string]>): string {
  let last = '';
  return [...rows]
    .map(([key, verdicts]) => {
      const [, operation = '', relation = ''] = /^(.*) (\S+)$/.exec(key) ?? [];
      const head = operation === last ? '' : `${operation}\n`;
      last = operation;
      return `${head}  ${relation.padEnd(10)} ${verdicts.split('').join(' ')}\n`;
    })
    .join('');
}
