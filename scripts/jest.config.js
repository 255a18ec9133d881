import { wholeLife } from '../jest.base.js';

/** The checks are plain JavaScript, and tested as such. */
export default { ...wholeLife, testMatch: ['<rootDir>/**/*.test.js'], transform: {} };
