import type { WorkspaceUpdate } from '@porchlight/protocol';
import type { NewEntry } from './log.js';

/** Tells all agents that an item of a list that they share has changed. */
export function workspaceEntry(what: WorkspaceUpdate['what'], id: string): NewEntry {
  return { type: 'workspace.updated', at: new Date(), scope: 'agents', data: { what, id } };
}
