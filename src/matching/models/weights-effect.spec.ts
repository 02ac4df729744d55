import { combineParts } from '../engine/score/combine-parts';
import type { PartPoints } from '../shortlists/entries';
import { weightsEffect } from './weights-effect';

const before = { text: 0.6, meaning: 0.1, tags: 0.2, criteria: 0.1 };
const onlyTags = { text: 0, meaning: 0, tags: 1, criteria: 0 };

/** Stored points of a pair with these values under the weights before. */
const stored = (values: PartPoints): PartPoints =>
  Object.fromEntries(
    combineParts(values, before).map(({ part, value, points }) => [part, value === null ? null : points]),
  ) as PartPoints;
const wordy = stored({ text: 0.9, meaning: 0.5, tags: 0.1, criteria: null });
const tagged = stored({ text: 0.2, meaning: 0.5, tags: 0.9, criteria: null });
const list = {
  weights: before,
  entries: [
    { supplyId: 'wordy', parts: wordy },
    { supplyId: 'tagged', parts: tagged },
  ],
};
const decided = [
  { demandId: 'd', fits: true, weights: before, parts: tagged },
  { demandId: 'd', fits: false, weights: before, parts: wordy },
  { demandId: 'other', fits: false, weights: before, parts: wordy },
];

describe('the effect of other weights', () => {
  it('finds another first where they turn the order', () => {
    expect(weightsEffect([list], [], onlyTags)).toMatchObject({ lists: 1, otherFirst: 1, keptOfTop: 1 });
  });

  it('changes nothing where they stay in proportion', () => {
    const doubled = { text: 1.2, meaning: 0.2, tags: 0.4, criteria: 0.2 };
    expect(weightsEffect([list], decided, doubled)).toMatchObject({
      otherFirst: 0,
      agreementBefore: 0,
      agreementAfter: 0,
    });
  });

  it('tells the fit of those who stand first, by a calibration that rests on enough labels', () => {
    const calibration = { scores: [0, 100], fits: [0, 1], labelled: 300 };
    const many = Array.from({ length: 100 }, () => decided).flat();
    const { fitBefore, fitAfter } = weightsEffect([list], many, onlyTags, calibration);
    expect(fitBefore).toBeCloseTo((0.6 * 0.9 + 0.1 * 0.5 + 0.2 * 0.1) / 0.9, 10);
    expect(fitAfter).toBeGreaterThan(0.95);
    const unsure = weightsEffect([list], many.slice(1), onlyTags, { ...calibration, labelled: 299 });
    expect(unsure).toMatchObject({ fitBefore: null, fitAfter: null });
  });

  it('agrees more with what people decided about one demand', () => {
    expect(weightsEffect([], decided, onlyTags)).toMatchObject({
      comparisons: 1,
      agreementBefore: 0,
      agreementAfter: 1,
    });
  });

  it('claims nothing without lists and decisions', () => {
    expect(weightsEffect([], [], onlyTags)).toEqual({
      lists: 0,
      otherFirst: 0,
      keptOfTop: null,
      fitBefore: null,
      fitAfter: null,
      comparisons: 0,
      agreementBefore: null,
      agreementAfter: null,
    });
  });
});
