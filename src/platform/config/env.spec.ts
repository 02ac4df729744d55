import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { InvalidSettings, readEnv } from './env';
import { envExample } from './env-example';

describe('settings', () => {
  it('need nothing at all and make the data folder absolute', () => {
    const env = readEnv({});
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', SAMPLE: 'auto', INSECURE_HTTP: false });
    expect(env.DATABASE_URL).toBeUndefined();
    expect(isAbsolute(env.DATA_DIR)).toBe(true);
  });

  it('take an empty value as unset', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('name every wrong setting but not its value', () => {
    const read = () => readEnv({ PORT: '99999', DATABASE_URL: 'mysql://root:s3cret@db/app' });
    expect(read).toThrow(InvalidSettings);
    expect(read).toThrow(/PORT: .*\nDATABASE_URL: must look like postgres:/);
    expect(read).not.toThrow(/s3cret/);
  });

  it('are all in .env.example (refresh it with npm run env:example)', () => {
    expect(readFileSync(join(process.cwd(), '.env.example'), 'utf8')).toBe(envExample());
  });
});
