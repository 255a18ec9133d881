import type { Author, Conversation, RequestBody } from '@porchlight/protocol';

/** What an agent decides about conversations, one or many. */
export type Decision = Pick<
  RequestBody<'updateConversation'>,
  'status' | 'snoozedUntil' | 'assigneeId' | 'teamId' | 'tags'
>;

/** What a conversation is now of what a decision changes: to expect it, and to go back to it. */
export function seenOf(conversation: Conversation, decision: Decision): Decision {
  const { status, snoozedUntil, assignee, team, tags } = conversation;
  const moves = decision.status !== undefined || decision.snoozedUntil !== undefined;
  return {
    ...(moves && (status === 'snoozed' && snoozedUntil ? { snoozedUntil } : { status })),
    ...(decision.assigneeId !== undefined && { assigneeId: assignee?.id ?? null }),
    ...(decision.teamId !== undefined && { teamId: team ?? null }),
    ...(decision.tags !== undefined && { tags: tags ?? [] }),
  };
}

/** A conversation as it will be once the server has taken a decision. `assignee`: who has the id that it names. */
export function decided(conversation: Conversation, decision: Decision, assignee?: Author): Conversation {
  const { status = decision.snoozedUntil ? 'snoozed' : undefined } = decision;
  const next: Conversation = { ...conversation };
  if (decision.snoozedUntil !== undefined || status !== undefined) {
    next.status = status ?? 'open';
    next.snoozedUntil = decision.snoozedUntil ?? undefined;
    if (next.status === 'closed') next.waitingSince = undefined;
  }
  if (decision.assigneeId !== undefined) next.assignee = decision.assigneeId ? assignee : undefined;
  if (decision.teamId !== undefined) next.team = decision.teamId ?? undefined;
  if (decision.tags !== undefined) next.tags = decision.tags;
  return next;
}
