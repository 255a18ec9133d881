import base from '../../jest.base.js';

/** Beside the units, whole life in a real browser. */
export default {
  ...base,
  testMatch: [...base.testMatch, '<rootDir>/build/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
};
