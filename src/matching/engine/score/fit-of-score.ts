import type { Calibration, Model } from '../model';
import type { PairKind } from '../pair-kind';

/** Below so many labelled pairs of a kind the fit is not shown. */
export const ENOUGH_LABELLED = 300;

/** The share (0…1) of pairs with this score that are judged fitting, or undefined while too few are labelled. */
export function findFit(score: number, calibration: Calibration | undefined): number | undefined {
  if (calibration === undefined || calibration.labelled < ENOUGH_LABELLED) return undefined;
  const { scores, fits } = calibration;
  const above = scores.findIndex((point) => point >= score);
  if (above < 0) return fits.at(-1);
  if (above === 0) return fits[0];
  const [lowScore = 0, highScore = 0] = scores.slice(above - 1);
  const [lowFit = 0, highFit = 0] = fits.slice(above - 1);
  const share = highScore === lowScore ? 1 : (score - lowScore) / (highScore - lowScore);
  return lowFit + share * (highFit - lowFit);
}

/** The fit of a score under a model, 0…100; null while too few pairs of the kind are labelled. */
export function fitPercent(score: number, pair: PairKind, model: Model): number | null {
  const fit = findFit(score, model.values.calibration[pair]);
  return fit === undefined ? null : 100 * fit;
}
