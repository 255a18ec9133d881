import { wholeLife } from '../../jest.base.js';

/** Visitor, agent and room in a real browser, on two origins. */
export default {
  ...wholeLife,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/*.test.ts'],
  globals: { testDatabase: 'embedded' },
};
