import base from '../../jest.base.js';

export default { ...base, testMatch: ['<rootDir>/{src,art,playground}/**/*.test.ts'] };
