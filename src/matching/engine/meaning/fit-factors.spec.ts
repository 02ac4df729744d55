import { collectStatistics } from '../collect-statistics';
import { buildModel } from '../build-model';
import { featurise } from '../features';
import { scorePair } from '../score/score-pair';
import { weighRecord } from '../score/weigh-record';
import { record, TREE } from '../testing/records';
import { fitFactors } from './fit-factors';

describe('fitFactors', () => {
  const corpus = [
    'motor rotor bearing',
    'rotor stator bearing',
    'stator motor',
    'grape vine soil',
    'vine soil rain',
    'grape rain',
  ].map((text) => featurise(record({ text }), TREE));
  const statistics = collectStatistics(corpus);
  const plain = buildModel({ version: 0, statistics });
  const weighed = corpus.map((features) => weighRecord(features, plain).text);
  const factors = fitFactors(weighed, { dimensions: 2 });

  it('brings together texts that share company but no word', () => {
    const model = buildModel({ version: 1, statistics, factors });
    const need = featurise(record({ kind: 'technology-need', text: 'motor' }), TREE);
    const meaning = (text: string) =>
      scorePair(need, featurise(record({ text }), TREE), model).parts[1]?.value ?? Number.NaN;
    expect(meaning('bearing')).toBeGreaterThan(0.9);
    expect(meaning('soil')).toBeLessThan(0.1);
    expect(scorePair(need, featurise(record({ text: 'qzx' }), TREE), model).parts[1]?.value).toBeNull();
  });

  it('gives the same factors for the same corpus and seed', () => {
    expect(fitFactors(weighed, { dimensions: 2 })).toEqual(factors);
  });

  it('takes a corpus without a shared term', () => {
    expect(fitFactors([]).terms).toHaveLength(0);
  });
});
