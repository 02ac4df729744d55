import fc from 'fast-check';
import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { featurise } from '../features';
import type { MatchRecord } from '../record';
import { anyDemand, anySupply, record, TREE } from '../testing/records';
import { explainPair } from './explain-pair';
import type { Passage } from './passages';

const model = buildModel({
  version: 1,
  statistics: collectStatistics(
    ['碳化硅', '单晶生长炉', '光伏'].map((text) => featurise(record({ text }), TREE)),
  ),
});

function explain(demand: MatchRecord, supply: MatchRecord) {
  const side = (r: MatchRecord) => ({ record: r, features: featurise(r, TREE) });
  return explainPair(side(demand), side(supply), model, TREE);
}

function sourceOf(r: MatchRecord, { field, index }: Passage): string {
  return field === 'keywords' ? (r.keywords?.[index] ?? '') : r[field];
}

describe('explainPair', () => {
  const need = record({
    kind: 'technology-need',
    title: '碳化矽單晶生長爐',
    text: '热场 10 kW·h 以内',
    tags: [{ code: '3.1', origin: 'stated', confidence: 1 }],
    requirements: [
      { criterion: 'trl', importance: 'must', atLeast: 6 },
      { criterion: 'city', importance: 'should', anyOf: ['太原'] },
    ],
  });
  const project = record({
    title: '碳化硅单晶装备',
    text: '能耗 10ｋＷｈ',
    tags: [{ code: '3.2', origin: 'suggested', confidence: 0.9 }],
    facts: { trl: 3 },
  });

  it('shows each passage as its own record writes it', () => {
    const { passages, terms } = explain(need, project);
    expect(passages.demand.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['碳化矽單晶', '10 kW·h']),
    );
    expect(passages.supply.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['碳化硅单晶', '10ｋＷｈ']),
    );
    expect(terms).toContainEqual(expect.objectContaining({ demand: '單晶', supply: '单晶' }));
  });

  it('names the tags behind a common code', () => {
    expect(explain(need, project).tags).toMatchObject([
      { code: '3', demandTags: ['3.1'], supplyTags: ['3.2'] },
    ]);
  });

  it('says what is missing and what would change the score', () => {
    const { missing, counterfactuals, score } = explain(need, project);
    expect(missing.criteria).toEqual(['city']);
    expect(missing.parts).toEqual(['meaning']);
    // Whole words: 長爐 is the end of one and the beginning of another.
    expect(missing.terms.map(({ text }) => text)).toEqual(['生長', '热场', '以内']);
    expect(score.excludedBy).toEqual(['trl']);
    const better = counterfactuals.find(({ criterion }) => criterion === 'trl');
    expect(better?.facts).toEqual({ trl: 6 });
    expect(better?.excludedBy).toBeUndefined();
    expect(better?.score).toBeGreaterThan(score.score);
  });

  it('says which tag of the demand would raise the score, as scoring the tagged supply does', () => {
    const fitting = { ...project, facts: { trl: 6 } };
    const { tagCounterfactuals, score } = explain(need, fitting);
    const tagged = { ...fitting, tags: [...need.tags, ...fitting.tags] };
    expect(tagCounterfactuals).toEqual([{ tag: '3.1', score: explain(need, tagged).score.score }]);
    expect(tagCounterfactuals[0]?.score).toBeGreaterThan(score.score);
    expect(explain(need, tagged).tagCounterfactuals).toEqual([]);
    // A must that fails is mended by no tag.
    expect(explain(need, project).tagCounterfactuals).toEqual([]);
  });

  it('accounts for every point and cites only what stands in the records', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (demand, supply) => {
        const explanation = explain(demand, supply);
        const points = (part: string) => explanation.score.parts.find((p) => p.part === part)?.points ?? 0;
        const sum = (rows: readonly { points: number }[]) =>
          rows.reduce((total, row) => total + row.points, 0);
        expect(sum(explanation.criteria)).toBeCloseTo(points('criteria'), 8);
        expect(sum(explanation.tags)).toBeCloseTo(points('tags'), 8);
        for (const [side, r] of [
          ['demand', demand],
          ['supply', supply],
        ] as const) {
          expect(sum(explanation.passages[side])).toBeLessThanOrEqual(points('text') + 1e-9);
          for (const passage of explanation.passages[side]) {
            expect(sourceOf(r, passage).slice(passage.start, passage.end)).toBe(passage.text);
          }
        }
      }),
    );
  });
});
