import fc from 'fast-check';
import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { featurise } from '../features';
import { TagTree } from '../tag-tree';
import { anyDemand, anySupply, TREE, record } from '../testing/records';
import { scorePair } from './score-pair';

const model = buildModel({
  version: 3,
  statistics: collectStatistics(
    ['碳化硅单晶生长', '光伏组件清洗机器人', 'SiC power device', '煤层气抽采'].map((text) =>
      featurise(record({ text }), TREE),
    ),
  ),
});

describe('scorePair', () => {
  const need = featurise(
    record({
      kind: 'technology-need',
      title: '碳化硅单晶生长技术',
      text: '需要 SiC 单晶,纯度≥99.9%',
      tags: [{ code: '3.1', origin: 'stated', confidence: 1 }],
      requirements: [{ criterion: 'trl', importance: 'must', atLeast: 6 }],
    }),
    TREE,
  );

  it('keeps its parts summing to a score between 0 and 100', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (demand, supply) => {
        const result = scorePair(featurise(demand, TREE), featurise(supply, TREE), model);
        const sum = result.parts.reduce((total, { points }) => total + points, 0);
        expect(result.score).toBe(sum);
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(100 + 1e-9);
        for (const { value, weight } of result.parts) {
          if (value === null) expect(weight).toBe(0);
          else expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    );
  });

  it('gives the same score every time', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (demand, supply) => {
        const score = () => scorePair(featurise(demand, TREE), featurise(supply, TREE), model);
        expect(score()).toEqual(score());
      }),
    );
  });

  it('finds text that is the same but for width, script variant, units and case', () => {
    const same = featurise(
      record({ title: '碳化硅單晶生長技術', text: '需要 ＳｉＣ 單晶,純度≥99.9％' }),
      TREE,
    );
    const other = featurise(record({ title: '葡萄种植', text: '丘陵地区葡萄栽培' }), TREE);
    expect(scorePair(need, same, model).parts[0]?.value).toBeGreaterThan(0.2);
    expect(scorePair(need, other, model).parts[0]?.value).toBe(0);
  });

  it('marks an unknown must and does not exclude by it, but by one that fails', () => {
    const unknown = scorePair(need, featurise(record({ facts: {} }), TREE), model);
    expect(unknown.excludedBy).toBeUndefined();
    expect(unknown.criteria).toMatchObject([{ criterion: 'trl', verdict: 'unknown' }]);
    const failed = scorePair(need, featurise(record({ facts: { trl: 2 } }), TREE), model);
    expect(failed.excludedBy).toEqual(['trl']);
  });

  it('shares out the weight of parts without data', () => {
    const { parts } = scorePair(need, featurise(record({ text: '碳化硅' }), TREE), model);
    expect(parts.map(({ part, weight }) => [part, weight])).toEqual([
      ['text', 1],
      ['meaning', 0],
      ['tags', 0],
      ['criteria', 0],
    ]);
  });

  it('ranks a sibling group below the same group and above another industry', () => {
    const value = (code: string) => {
      const supply = featurise(
        record({ text: '碳', tags: [{ code, origin: 'stated', confidence: 1 }] }),
        TREE,
      );
      return scorePair(need, supply, model).parts[2]?.value ?? Number.NaN;
    };
    expect(value('3.1')).toBeCloseTo(1);
    expect(value('3.2')).toBeLessThan(value('3.1'));
    expect(value('3.2')).toBeGreaterThan(0);
    expect(value('5.1')).toBe(0);
    expect(value('word:new-materials')).toBeGreaterThan(0);
    expect(value('no-such-tag')).toBe(0);
  });

  it('refuses kinds that are not matched and features of another pipeline', () => {
    const talent = featurise(record({ kind: 'talent' }), TREE);
    expect(() => scorePair(talent, need, model)).toThrow(RangeError);
    expect(() => scorePair({ ...need, pipelineVersion: 0 }, talent, model)).toThrow(RangeError);
  });

  it('survives a tree that contains itself', () => {
    const knot = new TagTree({
      nodes: [
        { code: 'a', parent: 'b', level: 1 },
        { code: 'b', parent: 'a', level: 1 },
      ],
      planWords: {},
    });
    expect(
      featurise(record({ tags: [{ code: 'a', origin: 'stated', confidence: 1 }] }), knot).tags.terms,
    ).toHaveLength(2);
  });
});
