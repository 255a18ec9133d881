import type { ParsedBody } from '@porchlight/protocol';
import type { VisitorRow } from './visitor.mapper.js';

/** Longer names of browsers say nothing more, in characters. */
const MAX_USER_AGENT = 512;

/** What a browser says of itself when it comes: in the body, and in the request around it. */
export type VisitorArrival = ParsedBody<'createVisitor'> & { userAgent?: string | undefined };

/** Where somebody is and came from, and with what. */
export type VisitorFacts = Pick<VisitorRow, 'time_zone' | 'referrer' | 'user_agent'>;

/** Only what was said. */
export function factsOf({ timeZone, referrer, userAgent }: VisitorArrival): Partial<VisitorFacts> {
  return {
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(referrer !== undefined && { referrer }),
    ...(userAgent !== undefined && { user_agent: userAgent }),
  };
}

/** The `User-Agent` of a request as it is kept: on one line, and not without end. */
export function userAgentOf(header: string | undefined): string | undefined {
  const line = header
    ?.replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MAX_USER_AGENT);
  return line || undefined;
}
