import { Limiter } from './limiter';

/** A task that ends when it is told to. */
function task() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { run: jest.fn(() => done), finish };
}

describe('a limiter', () => {
  it('runs as many as it may, keeps some waiting, and refuses the rest', async () => {
    const limiter = new Limiter(1, 1, () => new Error('full'));
    const [first, second, third] = [task(), task(), task()];
    const ends = [limiter.run(first.run), limiter.run(second.run)];
    await expect(limiter.run(third.run)).rejects.toThrow('full');
    expect([first.run, second.run, third.run].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
    first.finish();
    await ends[0];
    expect(second.run).toHaveBeenCalled();
    second.finish();
    await ends[1];
  });

  it('gives the place of a failed task on', async () => {
    const limiter = new Limiter(1, 1, () => new Error('full'));
    await expect(limiter.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(limiter.run(() => Promise.resolve(7))).resolves.toBe(7);
  });
});
