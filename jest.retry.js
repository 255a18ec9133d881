import { jest } from '@jest/globals';

// Real processes, networks and browsers on a machine that others use: what fails is tried once more, with its error printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
