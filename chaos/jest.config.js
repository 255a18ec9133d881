import { wholeLife } from '../jest.base.js';

/** The checker by itself, and short runs against the embedded database. */
export default {
  ...wholeLife,
  displayName: 'chaos',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
};
