import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findMessage } from '../../src/platform/http/messages/catalogue';

const SOURCES = join(__dirname, '../../src');
const CODE = /'([A-Z][A-Z_]+\.[A-Z][A-Z_]+)'/g;

describe('the catalogue of messages', () => {
  it('has a sentence in both languages for every code a source can refuse with', () => {
    const codes = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(?!.*\.(spec|messages)\.ts$).*\.ts$/.test(file))
      .flatMap((file) => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(CODE)])
      .map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(50);
    const silent = codes.filter((code) => !findMessage(code, 'zh-CN') || !findMessage(code, 'en'));
    expect([...new Set(silent)].sort()).toEqual([]);
  });
});
