import { inSlices } from './slices';

function* counting(ms: number): Generator<undefined, number, undefined> {
  let steps = 0;
  for (const end = performance.now() + ms; performance.now() < end; steps++) yield;
  return steps;
}

it('gives way to what else the process has to do, and comes to the same end', async () => {
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  const steps = await inSlices(counting(150));
  clearInterval(other);
  expect(steps).toBeGreaterThan(0);
  expect(turns).toBeGreaterThan(1);
});
