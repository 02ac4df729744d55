import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMasterKeys } from './master-key-file';

describe('the master key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'master-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only, and leaves no draft', () => {
    const keys = readMasterKeys(folder);
    expect(keys).toEqual(readMasterKeys(folder));
    expect(Buffer.from(keys[0] ?? '', 'base64')).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['master.key']);
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
  });
});
