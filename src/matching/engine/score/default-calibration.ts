import type { Calibration } from '../model';
import type { PairKind } from '../pair-kind';

/**
 * What the fit of scores is until a platform's own decisions say more. Technology needs and projects: 6,001 pairs graded 0
 * to 3 by full-time technology-transfer staff, 2 and 3 fitting, scored by their texts alone (docs/scoring.md).
 */
export const DEFAULT_CALIBRATION: Readonly<Partial<Record<PairKind, Calibration>>> = {
  'tech-project': {
    scores: [1.44, 4.47, 7.03, 11.06, 16.94, 22.96, 27.34, 33.92, 48.7],
    fits: [0.049, 0.068, 0.08, 0.137, 0.141, 0.161, 0.194, 0.253, 0.376],
    labelled: 6001,
  },
};
