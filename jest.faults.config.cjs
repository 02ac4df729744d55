/**
 * The long forms of the fault tests beside the quick ones of npm test; FAULTS_SCALE=0.05 makes them shorter. All figures are
 * printed in one table at the end.
 */
const { tmpdir } = require('node:os');
const { join } = require('node:path');

process.env.FAULTS = 'long';
process.env.FAULTS_FIGURES ??= join(tmpdir(), `zhichuang-fault-figures-${process.pid}.jsonl`);

module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/faults/**/*.(spec|long).ts', '<rootDir>/test/intake/hostile-files.spec.ts'],
  maxWorkers: 1,
  reporters: ['default', '<rootDir>/test/faults/support/figures-reporter.cjs'],
  // What was killed last may be starting again.
  forceExit: true,
};
