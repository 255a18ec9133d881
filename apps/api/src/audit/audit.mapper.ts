import type { AuditEntry } from '@porchlight/protocol';

export interface AuditRow {
  id: string;
  at: Date;
  actor_kind: AuditEntry['actor']['kind'];
  actor_id: string | null;
  actor_name: string;
  action: AuditEntry['action'];
  target_id: string;
  target_name: string;
  changes: AuditEntry['changes'] | null;
}

export function toAuditEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, ...(row.actor_id !== null && { id: row.actor_id }), name: row.actor_name },
    action: row.action,
    target: { id: row.target_id, name: row.target_name },
    ...(row.changes && { changes: row.changes }),
  };
}
