import type { AuditAction, AuditEntry } from '@porchlight/protocol';

/** What somebody did, between their name and that of what they did it to. */
export const actionWords: Record<AuditAction, string> = {
  'agent.created': 'added',
  'agent.changed': 'changed',
  'agent.joined': 'accepted the invitation',
  'agent.password_changed': 'set a new password',
  'agent.two_factor_on': 'turned two-factor on',
  'agent.two_factor_off': 'turned two-factor off',
  'agent.reset_made': 'made a link to a new password for',
  'invitation.created': 'invited',
  'invitation.deleted': 'took back the invitation of',
  'team.created': 'added the team',
  'team.changed': 'changed the team',
  'team.deleted': 'removed the team',
  'site.created': 'added the site',
  'site.changed': 'changed the site',
  'site.deleted': 'closed the site',
  'identity_key.created': 'made the identity key',
  'identity_key.deleted': 'removed the identity key',
  'token.created': 'made the API token',
  'token.deleted': 'ended the API token',
  'tag.created': 'added the tag',
  'tag.changed': 'changed the tag',
  'tag.deleted': 'removed the tag',
  'canned.created': 'added the canned reply',
  'canned.changed': 'changed the canned reply',
  'canned.deleted': 'removed the canned reply',
  'message.deleted': 'deleted a message:',
  'visitor.erased': 'took itself away, with all that it had written',
  'visitor.banned': 'banned',
  'visitor.unbanned': 'lifted the ban of',
  'visitor.blocked': 'blocked',
  'visitor.unblocked': 'unblocked',
};

/** `role: agent → admin; name: Jo; text changed`. `nameOf` an id that is known: nobody reads ids. */
export function changeWords(
  changes: NonNullable<AuditEntry['changes']>,
  nameOf: (id: string) => string | undefined = () => undefined,
): string {
  return Object.entries(changes)
    .map(([field, { from, to }]) => {
      const label = field
        .replace(/_id$/, '')
        .replace(/[A-Z_]/g, (letter) => (letter === '_' ? ' ' : ` ${letter.toLowerCase()}`));
      if (from === undefined && to === undefined) return `${label} changed`;
      return from === undefined
        ? `${label}: ${shown(to, nameOf)}`
        : `${label}: ${shown(from, nameOf)} → ${shown(to, nameOf)}`;
    })
    .join('; ');
}

function shown(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) {
    if (value.length > 3) return `${value.length} of them`;
    return value.map((each) => shown(each, nameOf)).join(', ') || 'none';
  }
  if (typeof value === 'object') return String((value as { name?: unknown }).name ?? '…');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return nameOf(String(value)) ?? String(value);
}
