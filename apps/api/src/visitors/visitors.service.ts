import { Injectable } from '@nestjs/common';
import type { NewSession, ParsedBody, Visitor, VisitorEvent, VisitorExport } from '@porchlight/protocol';
import { formatCursor, MAX_ATTRIBUTES } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { VisitorPrincipal } from '../auth/principal.js';
import { issueToken } from '../auth/visitor-tokens.js';
import {
  CONVERSATION_COLUMNS,
  CONVERSATION_TABLES,
  type ConversationRow,
} from '../conversations/conversation.mapper.js';
import { listConversations } from '../conversations/conversation-list.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from '../messages/message.mapper.js';
import { Log } from '../realtime/log.js';
import { type Attributes, toVisitor, type VisitorRow } from './visitor.mapper.js';
import { eventsOf, recordEvents, recordPage } from './visitor-events.js';
import { factsOf, type VisitorArrival, type VisitorFacts } from './visitor-facts.js';

type ProfileChange = ParsedBody<'updateMe'>;

@Injectable()
export class VisitorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly conversations: ConversationsService,
  ) {}

  async create(site: string, body: VisitorArrival): Promise<NewSession> {
    const now = new Date();
    const { token, row } = await this.dataSource.transaction(async (manager) => {
      const [visitor] = await sql<VisitorRow>(
        manager,
        `INSERT INTO "visitors" ("id", "site", "name", "email", "locale", "page", "time_zone", "referrer",
           "user_agent", "created_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING *`,
        [
          uuidv7(),
          site,
          body.name ?? null,
          body.email ?? null,
          body.locale ?? null,
          body.page ?? null,
          body.timeZone ?? null,
          body.referrer ?? null,
          body.userAgent ?? null,
          now,
        ],
      );
      const created = visitor as VisitorRow;
      if (created.page !== null) await recordPage(manager, created.id, created.page);
      return { token: await issueToken(manager, { id: created.id, verified: false }, now), row: created };
    });
    return { token, visitor: toVisitor(row), cursor: await this.cursor() };
  }

  /** The same visitor again, with what it now says of itself. */
  async resume(principal: VisitorPrincipal, token: string, body: VisitorArrival): Promise<NewSession> {
    // Taken first: what happens from here on is after the cursor.
    const cursor = await this.cursor();
    const { name, email, locale, page } = body;
    // A blocked visitor comes back to what it was, and changes nothing.
    if (principal.blocked) return { token, visitor: await this.get(principal.id), cursor };
    const profile = { name, locale, page, ...factsOf(body), ...(!principal.verified && { email }) };
    return { token, visitor: await this.update(principal, profile), cursor };
  }

  /** Throws `not_found`. */
  async get(id: string): Promise<Visitor> {
    const [row] = await sql<VisitorRow>(this.dataSource, 'SELECT * FROM "visitors" WHERE "id" = $1', [id]);
    if (!row) throw new ProblemError('not_found', 'There is no such visitor');
    return toVisitor(row);
  }

  /** Changes what is given; `null` takes a value back. Throws `refused` for what is the site's to say, or too much. */
  update(
    principal: VisitorPrincipal,
    { attributes, ...profile }: ProfileChange & Partial<VisitorFacts>,
  ): Promise<Visitor> {
    return this.log.write(async ({ manager, append }) => {
      const [before] = await sql<VisitorRow>(manager, 'SELECT * FROM "visitors" WHERE "id" = $1 FOR UPDATE', [
        principal.id,
      ]);
      if (!before || before.merged_into !== null) throw new ProblemError('unauthenticated');
      const after: VisitorRow = {
        ...before,
        ...withoutUndefined(profile),
        attributes: withAttributes(before.attributes, attributes),
      };
      if (before.external_id !== null && after.email !== before.email) {
        throw new ProblemError('refused', 'The e-mail address of a verified visitor is for its site to say');
      }
      if (JSON.stringify(after) === JSON.stringify(before)) return toVisitor(before);
      await sql(
        manager,
        `UPDATE "visitors" SET "name" = $2, "email" = $3, "locale" = $4, "page" = $5, "attributes" = $6,
           "time_zone" = $7, "referrer" = $8, "user_agent" = $9 WHERE "id" = $1`,
        [
          after.id,
          after.name,
          after.email,
          after.locale,
          after.page,
          JSON.stringify(after.attributes),
          after.time_zone,
          after.referrer,
          after.user_agent,
        ],
      );
      if (after.page !== null && after.page !== before.page) await recordPage(manager, after.id, after.page);
      const visitor = toVisitor(after);
      append({ type: 'visitor.updated', at: new Date(), scope: 'agents', data: visitor });
      return visitor;
    });
  }

  /** Keeps what the visitor's page tells of it. */
  track(principal: VisitorPrincipal, { events }: ParsedBody<'trackEvents'>): Promise<void> {
    return this.dataSource.transaction((manager) => recordEvents(manager, principal.id, events));
  }

  /** What a visitor has done on the site, latest first. Throws `not_found`. */
  async events(id: string): Promise<VisitorEvent[]> {
    await this.get(id);
    return eventsOf(this.dataSource, id);
  }

  /** Everything kept about a visitor: its profile, its conversations, and what it said in rooms, also in those it has left. */
  async export(principal: VisitorPrincipal): Promise<VisitorExport> {
    const conversations: VisitorExport['conversations'] = [];
    let before: string | undefined;
    do {
      const { rows, next } = await listConversations(this.dataSource, principal, {
        limit: 100,
        ...(before && { before }),
      });
      conversations.push(...(await this.exported(principal, rows)));
      before = next;
    } while (before);
    const former = await sql<ConversationRow>(
      this.dataSource,
      `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATION_TABLES} WHERE c."kind" = 'room'
         AND c."id" IN (SELECT "conversation_id" FROM "messages" WHERE "author_id" = $1)
         AND c."id" NOT IN (SELECT "conversation_id" FROM "room_members" WHERE "visitor_id" = $1)`,
      [principal.id],
    );
    conversations.push(...(await this.exported(principal, former)).map(withoutOthers));
    const events = await eventsOf(this.dataSource, principal.id);
    return { visitor: await this.get(principal.id), events, conversations };
  }

  private async exported(
    principal: VisitorPrincipal,
    rows: readonly ConversationRow[],
  ): Promise<VisitorExport['conversations']> {
    const exported: VisitorExport['conversations'] = [];
    for (const conversation of await this.conversations.present(this.dataSource, principal, rows)) {
      const others = conversation.kind === 'room' ? 'AND "author_id" = $2' : 'AND $2::uuid IS NOT NULL';
      const messages = await sql<MessageRow>(
        this.dataSource,
        `SELECT ${MESSAGE_COLUMNS} FROM "messages" m WHERE "conversation_id" = $1 AND "audience" = 'everyone' ${others} ORDER BY "seq"`,
        [conversation.id, principal.id],
      );
      exported.push({ conversation, messages: messages.map(toMessage) });
    }
    return exported;
  }

  private async cursor(): Promise<string> {
    return formatCursor(await this.log.head());
  }
}

/** What is said in a room now is not for somebody who has left it, or had to. */
function withoutOthers({ conversation, messages }: VisitorExport['conversations'][number]) {
  const { lastMessage: _lastMessage, ...room } = conversation;
  return { conversation: { ...room, unread: 0 }, messages };
}

/** Sets and takes away. Throws `refused` when there are too many. */
function withAttributes(before: Attributes, change: ProfileChange['attributes'] = {}): Attributes {
  const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null);
  if (entries.length > MAX_ATTRIBUTES) {
    throw new ProblemError('refused', `A visitor has at most ${MAX_ATTRIBUTES} attributes`);
  }
  return Object.fromEntries(entries) as Attributes;
}

function withoutUndefined(change: Omit<ProfileChange, 'attributes'> & Partial<VisitorFacts>): Partial<VisitorRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
