// Lets a plain node process of a test load TypeScript, by the same transform as Jest's.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const [, options] = Object.values(require('../../jest.config.js').transform)[0];

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};
