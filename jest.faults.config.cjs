/** The long forms of the fault tests beside the quick ones of npm test; FAULTS_SCALE=0.05 makes them shorter. */
process.env.FAULTS = 'long';

module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/faults/**/*.(spec|long).ts'],
  maxWorkers: 1,
  // What was killed last may be starting again.
  forceExit: true,
};
