import { jest } from '@jest/globals';

// Processes and browsers start and stop in some tests, on machines of any size and load.
jest.setTimeout(60_000);
