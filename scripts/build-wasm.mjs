/**
 * Compiles the index's inner loops and writes them as a TypeScript module: `node scripts/build-wasm.mjs`.
 * `--check` writes nothing and fails when the committed module is not what the source compiles to.
 */
import { readFile, writeFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const folder = new URL('../src/matching/engine/index/', import.meta.url);
const target = new URL('wasm-binary.ts', folder);

const compiled = new Map();
const { error, stderr } = await asc.main(
  [
    'kernel.ts',
    '--outFile',
    'kernel.wasm',
    '--optimizeLevel',
    '3',
    '--shrinkLevel',
    '0',
    '--noAssert',
    '--runtime',
    'stub',
    '--importMemory',
    '--enable',
    'simd',
    '--use',
    'abort=',
  ],
  {
    readFile: (name) => readFile(new URL(`assembly/${name}`, folder), 'utf8').catch(() => null),
    writeFile: (name, contents) => compiled.set(name, contents),
    listFiles: () => [],
  },
);
if (error) throw new Error(`kernel.ts does not compile\n${stderr.toString()}`);

const base64 = Buffer.from(compiled.get('kernel.wasm')).toString('base64');
const lines = base64.match(/.{1,100}/g).map((line) => `  '${line}',`);
const text = `/** assembly/kernel.ts compiled by scripts/build-wasm.mjs; not edited by hand. */
export const WASM_BINARY = [
${lines.join('\n')}
].join('');
`;

if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== text) {
    console.error(
      'wasm-binary.ts is not what assembly/kernel.ts compiles to: run node scripts/build-wasm.mjs',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
  console.log(`${Buffer.from(base64, 'base64').length} bytes`);
}
