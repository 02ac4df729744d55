import { buildModel } from './build-model';
import { collectStatistics } from './collect-statistics';
import { explainPair } from './explain/explain-pair';
import { featurise } from './features';
import { decodeFeatures, encodeFeatures } from './features-codec';
import { Matcher } from './matcher';
import type { MatchRecord } from './record';
import { record, TREE } from './testing/records';

const need = (over: Partial<MatchRecord>) => record({ id: 'need', kind: 'technology-need', ...over });
const project = (over: Partial<MatchRecord>) => record({ id: 'project', ...over });
const model = buildModel({
  version: 1,
  statistics: collectStatistics([featurise(record({ text: '碳化硅单晶生长 SiC 😀' }), TREE)]),
});

/** What comes of a pair on every way that a record goes: stored, indexed, scored, explained. */
function matched(demand: MatchRecord, supply: MatchRecord) {
  const [asking, offered] = [demand, supply].map((one) =>
    decodeFeatures(encodeFeatures(featurise(one, TREE))),
  );
  const matcher = new Matcher(model, [{ id: supply.id, version: 1, features: offered! }]);
  const { score: explained } = explainPair(
    { record: demand, features: asking! },
    { record: supply, features: offered! },
    model,
    TREE,
  );
  return { ranked: matcher.rank(asking!, 'tech-project', 10), explained };
}

it.each([
  ['no text', ''],
  ['spaces', ' \n\u3000\t'],
  ['punctuation', '，。！？…——《》'],
  ['half a surrogate pair', '\ud800'],
  ['the other half', '\udc00\udc00'],
  ['marks that join nothing', '\u200d\ufe0f\u0301'],
])('a record of %s is listed for nobody and scores 0', (_, text) => {
  const { ranked, explained } = matched(need({ text: '碳化硅' }), project({ title: text, text }));
  expect(ranked).toEqual([]);
  expect(explained.score).toBe(0);
  expect(matched(need({ title: text, text }), project({ text: '碳化硅' })).ranked).toEqual([]);
});

it.each([
  ['one character', '碳', '碳'],
  ['one letter', 'x', 'x'],
  ['one emoji', '😀', '😀'],
  ['an emoji of several', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['half a surrogate pair before a word', '\ud800碳化硅', '碳化硅'],
  ['mixed scripts', 'SiC碳化硅Ωмодельعربى', '碳化硅 модель'],
  ['100,000 characters', '碳化硅单晶'.repeat(20_000), '碳化硅单晶'],
])('a record of %s is either unread or scored as any other', (_, text, other) => {
  const { ranked, explained } = matched(need({ text }), project({ text: other }));
  expect(explained.score).toBeGreaterThanOrEqual(0);
  expect(explained.score).toBeLessThanOrEqual(100);
  expect(ranked.map(({ score }) => score)).toEqual(explained.score > 0 ? [explained.score] : []);
});

it('reads the first 200 of 10,000 tags', () => {
  const tags = Array.from({ length: 10_000 }, (_, at) => ({
    code: at === 199 ? '3.1' : at === 200 ? '5.1' : `no-tag-${at}`,
    origin: 'stated' as const,
    confidence: 1,
  }));
  const asks = (code: string) => need({ tags: [{ code, origin: 'stated', confidence: 1 }] });
  const tagsOf = (code: string) =>
    matched(asks(code), project({ tags })).explained.parts.find(({ part }) => part === 'tags')?.value;
  expect(tagsOf('3.1')).toBeGreaterThan(0);
  expect(tagsOf('5.1')).toBe(0);
  expect(featurise(project({ tags }), TREE).tags.terms.length).toBeLessThanOrEqual(201);
});

it('leaves out whoever fails one of two musts that contradict each other', () => {
  const demand = need({
    text: '碳化硅单晶',
    requirements: [
      { criterion: 'trl', importance: 'must', atLeast: 9 },
      { criterion: 'trl', importance: 'must', atLeast: 1 },
    ],
  });
  const { ranked, explained } = matched(demand, project({ text: '碳化硅单晶', facts: { trl: 5 } }));
  expect(ranked).toEqual([]);
  expect(explained.criteria.map(({ verdict }) => verdict)).toEqual(['not', 'satisfied']);
});

it('reads no more of 100,000 different characters than of the first 16,000, and each of those a few times', () => {
  const varied = String.fromCharCode(
    ...Array.from({ length: 100_000 }, (_, at) => 0x4e00 + ((at * 7919) % 20_000)),
  );
  const terms = (text: string) => featurise(project({ text }), TREE).text.terms;
  expect(terms(varied)).toEqual(terms(varied.slice(0, 16_000)));
  // The character, the bigram that it ends, a word that it ends.
  expect(terms(varied).length).toBeLessThanOrEqual(3 * 16_000);
});

const LONG = 100_000;
const SLOW_MS = 50;
const repeated = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);
const ideographs = String.fromCharCode(
  ...Array.from({ length: LONG }, (_, at) => 0x4e00 + ((at * 7919) % 20_000)),
);

/** The least of some readings in milliseconds of CPU time, for what others do on the machine only ever adds. */
function cpuOf(read: () => void): number {
  let least = Infinity;
  for (let reading = 0; reading < 10 && least > SLOW_MS; reading++) {
    const before = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** 50 ms, on a machine that reads as much of a text of 2,000 different characters within a quarter of that. */
function slowHere(): number {
  const prose = Array.from(ideographs.slice(0, 16_000), (_, at) => ideographs[(at * 31) % 2_000]).join('');
  const before = process.cpuUsage();
  featurise(project({ text: prose }), TREE);
  const { user, system } = process.cpuUsage(before);
  return Math.max(SLOW_MS, (4 * (user + system)) / 1000);
}

it.each([
  ['ideographs', ideographs],
  ['one ideograph', repeated('碳')],
  ['function words', repeated('的')],
  ['digits', repeated('1234567890')],
  ['decimal points', repeated('1.')],
  ['a number and its units', repeated('10kW·h')],
  ['one long word', repeated('engineer')],
  ['joined letters', repeated('a-')],
  ['punctuation', repeated('，。（')],
  ['spaces', repeated(' ')],
  ['emoji', repeated('👨‍👩‍👧')],
  ['halves of pairs', repeated('\ud842')],
  ['mixed scripts', repeated('SiC碳化硅Ω модель عربى ')],
  ['years of birth', repeated('1990年 ')],
  ['captions', repeated('姓名')],
  ['provinces', repeated('山西太原')],
  ['pay', repeated('月薪 5000 - ')],
  ['calls', repeated('招聘')],
])('reads 100,000 characters of %s within 50 ms', (_, text) => {
  const long = project({ title: text, text, keywords: [text, text] });
  expect(cpuOf(() => featurise(long, TREE))).toBeLessThanOrEqual(slowHere());
});

it('reads 10,000 tags within 50 ms', () => {
  const tags = Array.from({ length: 10_000 }, (_, at) => ({
    code: `no-tag-${at}`,
    origin: 'stated' as const,
    confidence: 1,
  }));
  expect(cpuOf(() => featurise(project({ tags }), TREE))).toBeLessThanOrEqual(slowHere());
});
