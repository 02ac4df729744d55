import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUscc } from '../../src/common/identifiers/uscc';

interface Row {
  ref: string;
  text: string;
  title?: string;
  [field: string]: unknown;
}
interface Expectation {
  need: string;
  kind: string;
  best: string[];
  acceptable: string[];
}

const folder = join(__dirname, '..', '..', 'sample');

function rows<T = Row>(name: string): T[] {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

const organisations = rows('organisations');
const needs = rows('needs');
const projects = rows('projects');
const talents = rows('talents');
const expectations = rows<Expectation>('expected-matches');
const records = [...needs, ...projects, ...talents];

function bigramsOf(row: Row): Set<string> {
  const text = `${row.title ?? ''}${row.text}`;
  const characters = [...text];
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const bigram of a) if (b.has(bigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

describe('sample data', () => {
  it('is large enough to show sensible matches', () => {
    expect(organisations.length).toBeGreaterThanOrEqual(70);
    expect(needs.filter((need) => need['kind'] === 'technology')).toHaveLength(36);
    expect(needs.filter((need) => need['kind'] === 'hiring')).toHaveLength(24);
    expect(projects).toHaveLength(120);
  });

  it('names every record once', () => {
    const refs = [...organisations, ...records].map((row) => row.ref);
    expect(refs.filter((ref, i) => refs.indexOf(ref) !== i)).toEqual([]);
  });

  it('gives every domestic organisation a valid social credit code of its own', () => {
    const codes = organisations.filter((o) => o['region'] !== 'overseas').map((o) => String(o['uscc']));
    expect(codes.filter((code) => !isUscc(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('refers only to organisations and parks that exist', () => {
    const known = new Set(organisations.map((row) => row.ref));
    const lost = [...needs, ...projects].filter((row) => !known.has(String(row['organisation'])));
    expect(lost.map((row) => row.ref)).toEqual([]);
    expect(
      records.filter((row) => !/^NO\.([1-9]|1[01])$/.test(String(row['park']))).map((row) => row.ref),
    ).toEqual([]);
  });

  it('gives every sealed need and project a summary for the public', () => {
    const silent = [...needs, ...projects].filter(
      (row) => row['confidentiality'] === 'sealed' && typeof row['publicSummary'] !== 'string',
    );
    expect(silent.map((row) => row.ref)).toEqual([]);
  });

  it('shares at most 30 % of character bigrams between any two records', () => {
    const sets = records.map((row) => ({ ref: row.ref, bigrams: bigramsOf(row) }));
    const alike = sets.flatMap((a, i) =>
      sets.slice(i + 1).flatMap((b) => {
        const overlap = jaccard(a.bigrams, b.bigrams);
        return overlap > 0.3 ? [`${a.ref} ${b.ref} ${overlap.toFixed(2)}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('expects matches only between records that exist, each supply graded once', () => {
    const known = new Set(records.map((row) => row.ref));
    for (const { need, best, acceptable } of expectations) {
      const named = [...best, ...acceptable];
      expect([need, ...named].filter((ref) => !known.has(ref))).toEqual([]);
      expect(best.length).toBeGreaterThan(0);
      expect(new Set(named).size).toBe(named.length);
    }
  });
});
