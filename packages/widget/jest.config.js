import { wholeLife } from '../../jest.base.js';

/** Beside the units, whole life in a real browser. */
export default {
  ...wholeLife,
  testMatch: [...wholeLife.testMatch, '<rootDir>/build/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
};
