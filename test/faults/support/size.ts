/** Whether the long forms were asked for (`npm run test:faults`); `npm test` runs the quick ones. */
export const isLong = process.env.FAULTS === 'long';

const scale = Number(process.env.FAULTS_SCALE ?? 1);

/** How many of something: `quick` in `npm test`, `long` in `npm run test:faults`, times its --scale. */
export const size = (quick: number, long: number): number =>
  isLong ? Math.max(quick, Math.round(long * scale)) : quick;
