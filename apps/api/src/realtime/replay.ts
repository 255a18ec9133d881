import { Injectable } from '@nestjs/common';
import { formatCursor } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { CROWD_MS, SharedQuery } from '../database/shared-query.js';
import type { Entry } from './entry.js';
import { durableFrame, type Frame } from './frame.js';
import { OutgoingJson } from './outgoing-json.js';
import { PrunedError, REPLAY_PAGE, readMissed, readRange } from './replay-queries.js';
import { type Memberships, membershipsOf } from './room-members.js';
import { LogTail } from './tail.js';

/**
 * A range of so many entries is read once for all who ask for one at the same time, and sorted out here: those who come back
 * together, after a restart say, have missed the same.
 */
const NEAR = 500;

interface Question {
  principal: Principal;
  after: number;
  upTo: number;
}

/** What principals missed (RS1). */
@Injectable()
export class Replay {
  private readonly near = new SharedQuery((questions: readonly Question[]) => this.answerNear(questions), CROWD_MS);

  constructor(
    private readonly dataSource: DataSource,
    private readonly tail: LogTail,
    private readonly outgoing: OutgoingJson,
  ) {}

  /**
   * The entries that a principal may see after `after`, up to and including `upTo`: the first REPLAY_PAGE of them, all where
   * there are fewer. `upTo` is not behind the tail. Throws PrunedError.
   */
  async page(principal: Principal, range: { after: number; upTo: number }): Promise<Frame[]> {
    if (range.upTo - range.after > NEAR) {
      const entries = await readMissed(this.dataSource, principal, range);
      return entries.map((entry) => this.encode(entry, principal.kind));
    }
    const answer = await this.near.ask({ principal, ...range });
    if (answer instanceof PrunedError) throw answer;
    return answer;
  }

  private async answerNear(questions: readonly Question[]): Promise<(Frame[] | PrunedError)[]> {
    const { pruned, entries } = await readRange(this.dataSource, {
      after: Math.min(...questions.map(({ after }) => after)),
      upTo: Math.max(...questions.map(({ upTo }) => upTo)),
    });
    // Read after the entries: whoever was put out of a room meanwhile gets nothing of it, and who came in, nothing of before.
    const visitors = questions.flatMap(({ principal }) => (principal.kind === 'visitor' ? principal.id : []));
    const members = await membershipsOf(this.dataSource, visitors);
    const encoded = { visitor: new Map<Entry, Frame>(), agent: new Map<Entry, Frame>() };
    return questions.map(({ principal, after, upTo }) => {
      if (pruned > after) return new PrunedError();
      const rooms = members.get(principal.id);
      const missed = entries.filter(
        (entry) => entry.position > after && entry.position <= upTo && isFor(principal, rooms, entry),
      );
      return missed.slice(0, REPLAY_PAGE).map((entry) => {
        const reader = principal.kind === 'visitor' ? 'visitor' : 'agent';
        const frame = encoded[reader].get(entry) ?? this.encode(entry, reader);
        encoded[reader].set(entry, frame);
        return frame;
      });
    });
  }

  private encode(entry: Entry, reader: Principal['kind']): Frame {
    const data = reader === 'visitor' && entry.visitorData !== null ? entry.visitorData : entry.data;
    const cursor = formatCursor({ epoch: this.tail.epoch, position: entry.position });
    return durableFrame(entry, this.outgoing.finish(data), cursor);
  }
}

/** The rule that `readMissed` has in SQL. */
function isFor(principal: Principal, rooms: Memberships | undefined, entry: Entry): boolean {
  switch (entry.scope) {
    case 'agents':
      return principal.kind !== 'visitor';
    case 'visitor':
      return principal.kind !== 'visitor' || entry.visitorId === principal.id;
    case 'self':
      return entry.visitorId === principal.id;
    case 'room': {
      if (principal.kind !== 'visitor') return true;
      const since = rooms?.get(entry.conversationId ?? '');
      return since !== undefined && entry.position > since;
    }
    case 'internal':
      return false;
  }
}
