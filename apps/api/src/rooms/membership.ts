import type { Ban, Membership } from '@porchlight/protocol';
import type { LogTransaction } from '../realtime/log.js';

/** Tells the visitor and all agents; why somebody is banned, and by whom, is for agents. */
export function tellMembership({ append }: LogTransaction, membership: Membership, ban?: Ban): void {
  append({
    type: 'membership.updated',
    at: new Date(),
    scope: 'visitor',
    conversationId: membership.conversationId,
    visitorId: membership.visitor.id,
    data: { ...membership, ...(ban && { ban }) },
    ...(ban && { visitorData: membership }),
  });
}
