/** Every test of the repository in one run. Each package's own `npm test` runs its part. */
export default {
  projects: [
    '<rootDir>/packages/protocol',
    '<rootDir>/packages/client',
    '<rootDir>/packages/ui',
    '<rootDir>/packages/widget',
    '<rootDir>/apps/inbox',
    '<rootDir>/apps/demo-site',
    '<rootDir>/apps/api',
    '<rootDir>/apps/api/jest.embedded.config.js',
    '<rootDir>/apps/api/jest.server.config.js',
    '<rootDir>/apps/api/jest.browser.config.js',
    '<rootDir>/chaos',
    '<rootDir>/scripts',
  ],
};
