import type { DurableEventType } from '@porchlight/protocol';
import type { Scope } from './log.js';

/** A row of the log. */
export interface Entry {
  position: number;
  at: Date;
  type: DurableEventType | 'access.revoked';
  scope: Scope;
  conversationId: string | null;
  visitorId: string | null;
  /** JSON. */
  data: string;
  /** JSON; what visitors see instead of `data`, where that differs. */
  visitorData: string | null;
}

/** The columns of {@link Entry}, for a SELECT from "log" l. */
export const ENTRY_COLUMNS = `l."position", l."at", l."type", l."scope", l."conversation_id" AS "conversationId",
  l."visitor_id" AS "visitorId", l."data"::text AS "data", l."visitor_data"::text AS "visitorData"`;
