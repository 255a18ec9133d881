import { wholeLife } from '../../jest.base.js';

/** The same whole-life tests on a real PostgreSQL server, and those of several processes that share one. */
export default {
  ...wholeLife,
  displayName: 'server',
  testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/cases/*.test.ts'],
  globals: { testDatabase: 'server' },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
};
