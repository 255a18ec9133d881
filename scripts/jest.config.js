import base from '../jest.base.js';

/** The checks are plain JavaScript, and tested as such. */
export default { ...base, testMatch: ['<rootDir>/**/*.test.js'], transform: {} };
