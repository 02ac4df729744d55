import fc from 'fast-check';
import { buildModel } from './build-model';
import { collectStatistics } from './collect-statistics';
import { featurise } from './features';
import { Matcher, type MatcherRecord, type Ranked } from './matcher';
import type { MatchRecord } from './record';
import { scorePair } from './score/score-pair';
import { byScore, isInShard } from './shard';
import { anyDemand, anySupply, record, TREE } from './testing/records';

const WORDS = ['碳化硅', '单晶', '煤层气', '抽采', '光伏', '清洗', 'SiC', 'device', '镁合金', '压铸'];
const model = buildModel({
  version: 2,
  statistics: collectStatistics(WORDS.map((text) => featurise(record({ text }), TREE))),
});
const held = (source: MatchRecord, version = 1): MatcherRecord => ({
  id: source.id,
  version,
  features: featurise(source, TREE),
});

const PLACES = 50;
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
/** Few ids, so that changes meet the same record again. */
const demand = fc
  .tuple(anyDemand, fc.nat(3), text)
  .map(([source, at, words]) => ({ ...source, id: `need-${at}`, text: words }));
const supply = fc
  .tuple(anySupply, fc.nat(7), text)
  .map(([source, at, words]) => ({ ...source, id: `project-${at}`, text: words }));

const rankings = (matcher: Matcher, records: Iterable<MatcherRecord>) =>
  [...records]
    .filter(({ features }) => features.kind === 'technology-need')
    .map(({ id, features }) => ({ id, ranked: matcher.rank(features, 'tech-project', PLACES) }));

/** The definition: every pair scored by the one function, the best first. */
function bruteForce(need: MatcherRecord, supplies: Iterable<MatcherRecord>, places: number) {
  return [...supplies]
    .map(({ id, version, features }) => ({ id, version, ...scorePair(need.features, features, model) }))
    .filter(({ score, excludedBy }) => score > 0 && excludedBy === undefined)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id, version, score, parts }) => ({
      id,
      version,
      score,
      points: parts.map(({ value, points }) => (value === null ? null : points)),
    }))
    .slice(0, places);
}

describe('Matcher', () => {
  it('lists the best by the full score, exactly, after any changes, whatever stage 1 leaves out', () => {
    const many = fc.array(
      fc
        .tuple(anySupply, fc.nat(199), text)
        .map(([source, at, words]) => ({ ...source, id: `p${at}`, text: words })),
      { minLength: 60, maxLength: 250, size: 'max' },
    );
    fc.assert(
      fc.property(
        many,
        fc.array(fc.nat(199)),
        demand,
        fc.integer({ min: 1, max: 4 }),
        (supplies, gone, need, places) => {
          const matcher = new Matcher(model, [held(need)], (at) => at);
          const left = new Map<string, MatcherRecord>();
          for (const [at, source] of supplies.entries()) {
            const record = held(source, at);
            matcher.upsert(record);
            left.set(record.id, record);
            if (at === 50) matcher.rank(held(need).features, 'tech-project', places);
          }
          for (const at of gone) {
            matcher.remove(`p${at}`);
            left.delete(`p${at}`);
          }
          const expected = bruteForce(held(need), left.values(), places);
          expect(matcher.rank(held(need).features, 'tech-project', places)).toEqual(expected);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('says the same of a pair whichever side asks', () => {
    fc.assert(
      fc.property(fc.array(demand), fc.array(supply), (demands, supplies) => {
        const records = new Map([...demands, ...supplies].map((one) => [one.id, held(one)]));
        const matcher = new Matcher(model, records.values());
        const forward = rankings(matcher, records.values()).flatMap(({ id, ranked }) =>
          ranked.map((one): [string, number] => [`${id} ${one.id}`, one.score]),
        );
        const reverse = [...records.values()]
          .filter(({ features }) => features.kind === 'project')
          .flatMap(({ id, features }) =>
            Array.from(matcher.demandsFor(features, 'tech-project'), (one): [string, number] => [
              `${one.id} ${id}`,
              one.score,
            ]),
          );
        expect(new Map(forward)).toEqual(new Map(reverse));
      }),
      { numRuns: 40 },
    );
  });

  it('answers in shards, one after the other, as in one', () => {
    const some = fc.array(
      fc.tuple(supply, fc.uuid()).map(([source, id]) => ({ ...source, id })),
      { minLength: 1, maxLength: 80, size: 'max' },
    );
    fc.assert(
      fc.property(some, demand, fc.integer({ min: 2, max: 5 }), (supplies, need, of) => {
        const records = supplies.map((one) => held(one));
        const list = (from: readonly MatcherRecord[], taken: readonly Ranked[]) =>
          new Matcher(model, from, (at) => at).rank(
            held(need).features,
            'tech-project',
            5,
            Float64Array.from(taken, ({ score }) => score),
          );
        let inTurn: Ranked[] = [];
        for (let index = 0; index < of; index++) {
          const added = list(
            records.filter(({ id }) => isInShard(id, { index, of })),
            inTurn,
          );
          inTurn = [...inTurn, ...added].sort(byScore).slice(0, 5);
        }
        expect(inTurn).toEqual(list(records, []));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('answers after any changes as if built from what is left', () => {
    const change = fc.oneof(
      fc.tuple(fc.constant('upsert' as const), fc.oneof(demand, supply), fc.integer({ min: 1, max: 4 })),
      fc.tuple(fc.constant('remove' as const), fc.oneof(demand, supply), fc.constant(0)),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(demand, supply)), fc.array(change), (first, changes) => {
        const changed = new Matcher(
          model,
          first.map((one) => held(one)),
        );
        const left = new Map(first.map((one) => [one.id, held(one)]));
        for (const [act, source, version] of changes) {
          if (act === 'remove') {
            changed.remove(source.id);
            left.delete(source.id);
            continue;
          }
          const next = held(source, version);
          changed.upsert(next);
          if ((left.get(source.id)?.version ?? 0) <= version) left.set(source.id, next);
        }
        const rebuilt = new Matcher(model, left.values());
        const asked = first.map((one) => held(one));
        expect(rankings(changed, asked)).toEqual(rankings(rebuilt, asked));
        expect([changed.count, changed.versions]).toEqual([rebuilt.count, rebuilt.versions]);
      }),
      { numRuns: 40 },
    );
  });

  it('looks further when musts empty the first candidates', () => {
    const best = Array.from({ length: 700 }, (_, at) =>
      record({ id: `fails-${at}`, text: '碳化硅 单晶 煤层气', facts: { trl: 1 } }),
    );
    const weak = Array.from({ length: 3 }, (_, at) =>
      record({ id: `serves-${at}`, text: '碳化硅 光伏 清洗 镁合金 压铸', facts: { trl: 9 } }),
    );
    const need = record({
      id: 'need',
      kind: 'technology-need',
      text: '碳化硅 单晶 煤层气',
      requirements: [{ criterion: 'trl', importance: 'must', atLeast: 8 }],
    });
    const matcher = new Matcher(
      model,
      [...best, ...weak].map((one) => held(one)),
    );
    expect(matcher.rank(held(need).features, 'tech-project', 10).map(({ id }) => id)).toEqual([
      'serves-0',
      'serves-1',
      'serves-2',
    ]);
  });

  it('knows nobody who was never there', () => {
    const matcher = new Matcher(model);
    expect(matcher.rank(held(record({ kind: 'technology-need' })).features, 'tech-project', 10)).toEqual([]);
    expect([...matcher.demandsFor(held(record({})).features, 'tech-project')]).toEqual([]);
    matcher.remove('nobody');
    expect(matcher.count).toBe(0);
  });
});
