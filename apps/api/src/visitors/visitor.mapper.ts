import { MAX_ATTRIBUTES, type Visitor } from '@porchlight/protocol';
import { visitorName } from './visitor-name.js';

export type Attributes = NonNullable<Visitor['attributes']>;

export interface VisitorRow {
  id: string;
  site: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  page: string | null;
  time_zone: string | null;
  referrer: string | null;
  user_agent: string | null;
  blocked_at: Date | null;
  external_id: string | null;
  /** What the page has set. */
  attributes: Attributes;
  /** What the site has signed. */
  claimed: Attributes;
  merged_into: string | null;
  created_at: Date;
  erased_at: Date | null;
}

export function toVisitor(row: VisitorRow): Visitor {
  // What the site has signed comes first, also where there is not room for all.
  const all = Object.entries({ ...row.claimed, ...row.attributes, ...row.claimed });
  const attributes = Object.fromEntries(all.slice(0, MAX_ATTRIBUTES));
  return {
    id: row.id,
    site: row.site,
    name: visitorName(row),
    named: row.name !== null,
    ...(row.email !== null && { email: row.email }),
    ...(row.locale !== null && { locale: row.locale }),
    ...(row.page !== null && { page: row.page }),
    ...(row.time_zone !== null && { timeZone: row.time_zone }),
    ...(row.referrer !== null && { referrer: row.referrer }),
    ...(row.user_agent !== null && { userAgent: row.user_agent }),
    ...(row.blocked_at !== null && { blocked: true }),
    verified: row.external_id !== null,
    ...(row.external_id !== null && { externalId: row.external_id }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
    createdAt: row.created_at.toISOString(),
  };
}
