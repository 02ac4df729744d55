import type { Calibration } from '../model';
import type { PairKind } from '../pair-kind';

/**
 * What the fit of scores is until a platform's own decisions say more. Technology needs and projects: 6,001 pairs graded 0
 * to 3 by full-time technology-transfer staff, 2 and 3 fitting, scored by their texts alone (docs/scoring.md).
 */
export const DEFAULT_CALIBRATION: Readonly<Partial<Record<PairKind, Calibration>>> = {
  'tech-project': {
    scores: [1.51, 4.66, 6.22, 7.91, 11.56, 17.63, 23.8, 28.34, 35.17, 50.68],
    fits: [0.049, 0.071, 0.081, 0.084, 0.127, 0.144, 0.171, 0.187, 0.237, 0.387],
    labelled: 6001,
  },
};
