import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('wasm-binary.ts', () => {
  it('is what assembly/kernel.ts compiles to', () => {
    const script = join(__dirname, '../../../../scripts/build-wasm.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
