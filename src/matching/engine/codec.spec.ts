import fc from 'fast-check';
import { CorruptValueError } from './binary';
import { buildModel } from './build-model';
import { collectStatistics } from './collect-statistics';
import { featurise } from './features';
import { decodeFeatures, encodeFeatures } from './features-codec';
import { decodeModel, encodeModel } from './model-codec';
import { anyDemand, record, TREE } from './testing/records';

describe('stored features and models', () => {
  const features = featurise(record({ title: '碳化硅', text: 'SiC 99.9%', facts: { trl: 6 } }), TREE);
  const model = buildModel({ version: 7, statistics: collectStatistics([features]) });

  it('come back as they were', () => {
    fc.assert(
      fc.property(anyDemand, (demand) => {
        const made = featurise({ ...demand, requirements: [], facts: {} }, TREE);
        expect(decodeFeatures(encodeFeatures(made))).toEqual(made);
      }),
    );
    expect(decodeModel(encodeModel(model)).values).toEqual(model.values);
  });

  it('are refused when one bit differs or a byte is missing', () => {
    const bytes = encodeModel(model);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = bytes.slice();
        damaged[at] = damaged[at]! ^ (1 << bit);
        expect(() => decodeModel(damaged)).toThrow(CorruptValueError);
        expect(() => decodeModel(bytes.subarray(0, at))).toThrow(CorruptValueError);
      }),
    );
    expect(() => decodeModel(encodeFeatures(features))).toThrow(CorruptValueError);
  });
});
