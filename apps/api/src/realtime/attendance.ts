import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/principal.js';
import { OnlineAgents } from './online-agents.js';
import { OnlineVisitors } from './online-visitors.js';

/** Counts whoever listens as connected. A program that listens is there for nobody. */
@Injectable()
export class Attendance {
  constructor(
    private readonly agents: OnlineAgents,
    private readonly visitors: OnlineVisitors,
  ) {}

  enter({ kind, id }: Principal): void {
    this.listOf(kind)?.enter(id);
  }

  /** Takes back what `enter` has counted. */
  leave({ kind, id }: Principal): void {
    this.listOf(kind)?.leave(id);
  }

  private listOf(kind: Principal['kind']): OnlineAgents | OnlineVisitors | undefined {
    switch (kind) {
      case 'agent':
        return this.agents;
      case 'visitor':
        return this.visitors;
      case 'bot':
        return undefined;
    }
  }
}
