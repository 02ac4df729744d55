// Lets a plain node process of a test load TypeScript, by the same transform as Jest's.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const [, options] = Object.values(require('../../jest.config.js').transform)[0];

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};

// A dynamic import names the built file; here its source stands in.
const Module = require('node:module');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  try {
    return resolveFilename.call(this, request, ...rest);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolveFilename.call(this, request.slice(0, -'.js'.length), ...rest);
  }
};
