import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { ProblemError } from './problem.js';

/** What one address, principal or account may do: so many times in so many seconds, for each process. */
const LIMITS = {
  /** New visitors from one address. */
  visitor: { points: 60, duration: 60 },
  /** Sign-ins from one address. */
  login: { points: 30, duration: 60 },
  /** Sign-ins to one account, from wherever. */
  account: { points: 10, duration: 300 },
  /** Mails with a link to a new password, to one account. */
  reset: { points: 3, duration: 900 },
  /** Invitations by one admin. */
  invite: { points: 60, duration: 3_600 },
  /** Messages and conversations of one principal. */
  write: { points: 60, duration: 30 },
  /** Files uploaded by one principal. */
  upload: { points: 30, duration: 60 },
  /** Everything else that one principal changes: receipts, typing, profile. */
  touch: { points: 240, duration: 60 },
  /** What the page of one visitor tells of it. */
  track: { points: 60, duration: 60 },
  /** Streams opened by one principal. */
  stream: { points: 60, duration: 60 },
  /** Long polls by one principal. */
  poll: { points: 600, duration: 60 },
  /** Lists and pages read by one principal. */
  read: { points: 600, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

/** Rate limits, multiplied by RATE_LIMIT_FACTOR; 0 turns them off. */
@Injectable()
export class RateLimits {
  private readonly limiters: Partial<Record<LimitName, RateLimiterMemory>> = {};

  constructor(config: Config) {
    if (config.rateLimitFactor === 0) return;
    for (const [name, { points, duration }] of Object.entries(LIMITS)) {
      this.limiters[name as LimitName] = new RateLimiterMemory({
        keyPrefix: name,
        points: Math.max(1, Math.round(points * config.rateLimitFactor)),
        duration,
      });
    }
  }

  /** Counts one use. Throws `rate_limited` with the seconds to wait. */
  async consume(name: LimitName, key: string): Promise<void> {
    try {
      await this.limiters[name]?.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new ProblemError('rate_limited', undefined, {
        retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)),
      });
    }
  }
}
