import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

export declare function runAxe(
  page: Page,
  part?: string,
  options?: RunOptions,
): Promise<{ violations: Result[]; kept: number }>;
