/**
 * Nest 12 ships ES modules only and Jest on Node 20 loads CommonJS only,
 * so the @nestjs packages pass through the same transform as our sources.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web/src'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.[cm]?[jt]s$': swc },
  // A dynamic import names the built file.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@formatjs|intl-messageformat|hucre|openid-client|oauth4webapi|jose)/)',
  ],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Jest keeps some of each file's modules: a worker grows to gigabytes, and collecting its garbage takes seconds.
  workerIdleMemoryLimit: '1500MB',
  ...(process.env.TEST_TOTALS && { reporters: ['default', '<rootDir>/test/support/totals-reporter.cjs'] }),
};
