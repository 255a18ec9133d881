import type { Principal } from '../auth/principal.js';
import type { OnlineAgents } from './online-agents.js';
import type { OnlineVisitors } from './online-visitors.js';

/** Counts whoever listens as connected; returns what takes it back. A program that listens is there for nobody. */
export function enterAs({ kind, id }: Principal, agents: OnlineAgents, visitors: OnlineVisitors): () => void {
  switch (kind) {
    case 'agent':
      return agents.enter(id);
    case 'visitor':
      return visitors.enter(id);
    case 'bot':
      return () => undefined;
  }
}
