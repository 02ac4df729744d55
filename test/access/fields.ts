import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from './matrix';

/** Addresses whose answers hold a tenant's data. */
const OF_TENANTS =
  /^GET \/(needs|projects|talents|matches|shares|signings|organisations|shortlists|explanations|users)\b.*\}/;

const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The names of what an answer says, down to the leaves; what is null or empty is not said. */
export function fieldsOf(value: unknown, path = ''): string[] {
  if (!isSaid(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Which fields each role got: "GET /needs/{id} own officer" → names. */
export function saidTo(cells: readonly Cell[]): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>();
  for (const { operation, relation, caller, status, text } of cells) {
    if (status !== 200 || text === '' || !OF_TENANTS.test(operation)) continue;
    said.set(`${operation} ${relation} ${caller}`, new Set(fieldsOf(JSON.parse(text))));
  }
  return said;
}

/** The reviewed allow-lists: for each operation and relation, roles and the fields they may get. */
export function readFields(): Map<string, Set<string>> {
  const allowed = new Map<string, Set<string>>();
  let heads: string[] = [];
  for (const line of readFileSync(join(__dirname, 'fields.txt'), 'utf8').split('\n')) {
    if (/^(#|\s*$)/.test(line)) continue;
    if (line.startsWith(' ')) {
      const names = line.trim().split(/\s+/);
      for (const head of heads) for (const name of names) allowed.get(head)?.add(name);
    } else {
      const [what = '', roles = ''] = line.split(' · ');
      heads = roles.split(', ').map((role) => `${what} ${role}`);
      for (const head of heads) allowed.set(head, new Set());
    }
  }
  return allowed;
}
