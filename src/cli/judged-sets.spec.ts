import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSets, readSet } from './judged-sets';

const SOUND = {
  'corpus.jsonl': '{"id":"d1","text":"碳化硅"}\n{"id":"d2","text":"煤层气"}\n',
  'queries.jsonl': '{"id":"q1","text":"碳化硅"}\n',
  'qrels.tsv': 'q1\td1\t1\n',
  'meta.json': '{"pooled":true}',
};
const folder = mkdtempSync(join(tmpdir(), 'sets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A set with other files than the sound ones; `null` leaves one out. */
function setWith(name: string, files: Partial<Record<keyof typeof SOUND, string | null>>): string {
  const dir = join(folder, name);
  mkdirSync(dir);
  for (const [file, content] of Object.entries({ ...SOUND, ...files }))
    if (content !== null) writeFileSync(join(dir, file), content);
  return dir;
}

it('reads a set, alone or in a folder of sets', () => {
  const dir = setWith('sound', {});
  expect(readSet(dir)).toMatchObject({ name: 'sound', pooled: true, relevantGrade: 1 });
  expect(findSets(dir)).toEqual([dir]);
  expect(findSets(folder)).toEqual([dir]);
});

it.each([
  ['no-corpus', { 'corpus.jsonl': null }, 'corpus.jsonl: there is no such file, or it may not be read'],
  ['no-meta', { 'meta.json': null }, 'meta.json: there is no such file, or it may not be read'],
  ['odd-meta', { 'meta.json': '{"relGrade":"many"}' }, 'meta.json: relGrade: '],
  ['cut', { 'corpus.jsonl': `${SOUND['corpus.jsonl']}{"id":` }, 'corpus.jsonl:3: not JSON'],
  ['nameless', { 'queries.jsonl': '{"text":"碳化硅"}' }, 'queries.jsonl:1: id: '],
  ['empty', { 'queries.jsonl': '\n' }, 'queries.jsonl: it is empty'],
  ['no-grade', { 'qrels.tsv': 'q1\td1\n' }, 'qrels.tsv:1: a line is query, document and grade'],
  ['strangers', { 'qrels.tsv': 'q1\td9\t1\n' }, 'qrels.tsv: it judges no document'],
])('names the file and line of what is wrong: %s', (name, files, sentence) => {
  const dir = setWith(name, files);
  expect(() => readSet(dir)).toThrow(`${dir}/${sentence}`);
});

it('says what a set is where there is none', () => {
  for (const dir of [join(folder, 'nowhere'), setWith('bare', { 'qrels.tsv': null })])
    expect(() => findSets(dir)).toThrow(`${dir}: no judged set here`);
});
