import { fileURLToPath } from 'node:url';

/** The one Jest set-up of the repository: TypeScript through SWC, native ESM, tests beside what they test. */
const base = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  injectGlobals: false,
  setupFiles: [fileURLToPath(new URL('./jest.timeout.js', import.meta.url))],
};

/** For tests of whole life, which have real processes, networks and browsers in them. */
export const wholeLife = {
  ...base,
  setupFilesAfterEnv: [fileURLToPath(new URL('./jest.retry.js', import.meta.url))],
};

export default base;
