import type { ConversationChange } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import type { LogTransaction } from '../realtime/log.js';
import { adoptTags } from '../tags/tag-names.js';
import type { ConversationRow } from './conversation.mapper.js';
import { findConversation } from './conversation-access.js';
import { conversationEntry } from './conversation-entry.js';

export type Change = Omit<ConversationChange, 'note'>;

/** How far ahead a conversation can be snoozed, in milliseconds. */
const LONGEST_SNOOZE_MS = 366 * 86_400_000;

/** What agents decide about a conversation, as a row has it. */
type Decisions = Pick<
  ConversationRow,
  'status' | 'assignee_id' | 'team_id' | 'tags' | 'subject' | 'snoozed_until' | 'waiting_since'
>;

/**
 * A change as it can be made to any conversation, before one is locked: its tags have the names of the list. Throws
 * `refused` when what it names cannot be.
 */
export async function settleChange(transaction: LogTransaction, agent: Principal, change: Change): Promise<Change> {
  const { manager } = transaction;
  const { assigneeId, teamId, snoozedUntil, tags } = change;
  if (assigneeId) {
    // Held until the commit: whoever is removed meanwhile waits, and then finds this conversation among the others.
    const agents = await sql(manager, 'SELECT 1 FROM "agents" WHERE "id" = $1 AND NOT "disabled" FOR SHARE', [
      assigneeId,
    ]);
    if (agents.length === 0) throw new ProblemError('refused', 'assigneeId names no agent who can answer');
  }
  if (teamId) {
    const teams = await sql(manager, 'SELECT 1 FROM "teams" WHERE "id" = $1 FOR KEY SHARE', [teamId]);
    if (teams.length === 0) throw new ProblemError('refused', 'teamId names no team');
  }
  if (snoozedUntil) {
    const ahead = Date.parse(snoozedUntil) - Date.now();
    if (ahead <= 0) throw new ProblemError('refused', 'snoozedUntil is in the past');
    if (ahead > LONGEST_SNOOZE_MS) throw new ProblemError('refused', 'snoozedUntil is more than a year ahead');
  }
  return tags ? { ...change, tags: await adoptTags(transaction, agent, tags) } : change;
}

/**
 * Changes what agents decide about a conversation, whose row is locked, and tells of it; a change to what it is already
 * writes nothing. Throws `outdated` when it is not as expected, and `refused` for what a room cannot be.
 */
export async function changeConversation(
  transaction: LogTransaction,
  before: ConversationRow,
  change: Change,
): Promise<ConversationRow> {
  if (before.kind === 'room' && (change.status ?? (change.snoozedUntil ? 'snoozed' : 'open')) !== 'open') {
    throw new ProblemError('refused', 'A room is always open');
  }
  const after = decide(before, change);
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  if (changed.length === 0) return before;
  const expected = change.expected ? decide(before, change.expected) : before;
  if (names.some((name) => !isSame(before[name], expected[name]))) {
    throw new ProblemError('outdated', 'The conversation is no longer as it was seen');
  }
  return storeDecisions(transaction, before.id, after);
}

/** Stores decisions about a conversation, whose row is locked, and tells of them. */
export async function storeDecisions(
  { manager, append }: LogTransaction,
  id: string,
  { status, assignee_id, team_id, tags, subject, snoozed_until, waiting_since }: Decisions,
): Promise<ConversationRow> {
  await sql(
    manager,
    `UPDATE "conversations" SET "status" = $2, "assignee_id" = $3, "team_id" = $4, "tags" = $5, "subject" = $6,
       "snoozed_until" = $7, "waiting_since" = $8, "updated_at" = $9
     WHERE "id" = $1`,
    [id, status, assignee_id, team_id, tags, subject, snoozed_until, waiting_since, new Date()],
  );
  const after = (await findConversation(manager, id)) as ConversationRow;
  append(await conversationEntry(manager, 'conversation.updated', after));
  return after;
}

const names = ['status', 'assignee_id', 'team_id', 'tags', 'subject', 'snoozed_until', 'waiting_since'] as const;

function decide(row: ConversationRow, change: Omit<Change, 'expected'>): Decisions {
  const snoozed_until = change.snoozedUntil ? new Date(change.snoozedUntil) : null;
  const wakes = change.snoozedUntil === null && row.status === 'snoozed';
  const status = snoozed_until ? 'snoozed' : (change.status ?? (wakes ? 'open' : row.status));
  return {
    status,
    assignee_id: change.assigneeId === undefined ? row.assignee_id : change.assigneeId,
    team_id: change.teamId === undefined ? row.team_id : change.teamId,
    tags: change.tags === undefined ? row.tags : [...new Set(change.tags)],
    subject: change.subject === undefined ? row.subject : change.subject,
    snoozed_until: status === 'snoozed' ? (snoozed_until ?? row.snoozed_until) : null,
    // To close is an answer too.
    waiting_since: status === 'closed' ? null : row.waiting_since,
  };
}

function isSame(one: Decisions[keyof Decisions], other: Decisions[keyof Decisions]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
