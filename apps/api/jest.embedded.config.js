import { wholeLife } from '../../jest.base.js';

/** Whole-life tests over real HTTP, on the embedded database. */
export default {
  ...wholeLife,
  displayName: 'embedded',
  testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/cases/*.test.ts'],
  // What needs a server, or is the same whatever the database.
  testPathIgnorePatterns: ['\\.server\\.test\\.ts$'],
  globals: { testDatabase: 'embedded' },
};
