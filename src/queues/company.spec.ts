import { Company } from './company';

/** Work that notes its begin and its end, and ends when told to. */
function book() {
  const lines: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    lines.push(`+${name}`);
    return new Promise<void>((resolve) =>
      ends.set(name, () => {
        lines.push(`-${name}`);
        resolve();
      }),
    );
  };
  const end = async (name: string) => {
    await new Promise(setImmediate);
    ends.get(name)?.();
  };
  return { lines, work, end };
}

it('lets work go side by side, and gives whoever asks a time alone', async () => {
  const { lines, work, end } = book();
  const company = new Company();
  const all = [company.beside(work('a')), company.beside(work('b')), company.alone(work('c'))];
  all.push(company.beside(work('d')), company.alone(work('e')), company.beside(work('f')));
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await end(name);
  await Promise.all(all);
  expect(lines.join(' ')).toBe('+a +b -a -b +c -c +d -d +e -e +f -f');
});

it('goes on after work that failed', async () => {
  const company = new Company();
  const fail = () => Promise.reject(new Error('failed'));
  await expect(company.alone(fail)).rejects.toThrow('failed');
  await expect(company.beside(fail)).rejects.toThrow('failed');
  expect(await company.alone(() => Promise.resolve('done'))).toBe('done');
});
