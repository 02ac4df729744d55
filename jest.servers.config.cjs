/** The files about queues and the pipeline, on PostgreSQL 16 by DATABASE_URL and Redis by REDIS_URL. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/**/*.servers.spec.ts', '<rootDir>/test/embedded/roles.spec.ts'],
  globalSetup: '<rootDir>/test/support/real-servers-setup.ts',
  globalTeardown: '<rootDir>/test/support/real-servers-teardown.ts',
};
