import fc from 'fast-check';
import { buildModel } from './build-model';
import { collectStatistics } from './collect-statistics';
import { featurise } from './features';
import { Matcher, type MatcherRecord } from './matcher';
import type { MatchRecord } from './record';
import type { PairScore } from './score/score-pair';
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

const rankings = (matcher: Matcher) =>
  matcher.ids('technology-need').map((id) => ({ id, ranked: matcher.rank(id, 'tech-project', PLACES) }));

describe('Matcher', () => {
  it('says the same of a pair whichever side asks', () => {
    fc.assert(
      fc.property(fc.array(demand), fc.array(supply), (demands, supplies) => {
        const matcher = new Matcher(
          model,
          [...demands, ...supplies].map((one) => held(one)),
        );
        const forward = rankings(matcher).flatMap(({ id, ranked }) =>
          ranked.map((one): [string, PairScore] => [`${id} ${one.id}`, one.pair]),
        );
        const reverse = matcher
          .ids('project')
          .flatMap((id) =>
            matcher
              .demandsFor(id, 'tech-project')
              .map((one): [string, PairScore] => [`${one.id} ${id}`, one.pair]),
          );
        expect(new Map(forward)).toEqual(new Map(reverse));
      }),
      { numRuns: 40 },
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
        expect(rankings(changed)).toEqual(rankings(rebuilt));
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
      [...best, ...weak, need].map((one) => held(one)),
    );
    expect(matcher.rank('need', 'tech-project', 10).map(({ id }) => id)).toEqual([
      'serves-0',
      'serves-1',
      'serves-2',
    ]);
  });

  it('knows nobody who was never there', () => {
    const matcher = new Matcher(model);
    expect(matcher.rank('nobody', 'tech-project', 10)).toEqual([]);
    expect(matcher.demandsFor('nobody', 'tech-project')).toEqual([]);
    matcher.remove('nobody');
    expect(matcher.count).toBe(0);
  });
});
