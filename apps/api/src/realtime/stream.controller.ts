import { Controller, Headers, type MessageEvent, Res, Sse } from '@nestjs/common';
import type { ParsedQuery } from '@porchlight/protocol';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { QueryOf } from '../http/contract.decorators.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { Attendance } from './attendance.js';
import { Connection, type Streams } from './connection.js';
import { Connections } from './connections.js';
import { handOver } from './hand-over.js';
import { OnlineAgents } from './online-agents.js';
import { Replay } from './replay.js';
import { judgeCursor, type Resume } from './resume.js';
import { RoomPresence } from './room-presence.js';
import { Subscriptions } from './subscription.js';
import { LogTail } from './tail.js';

@Controller('v1/events')
export class StreamController {
  private readonly streams: Streams;

  constructor(
    private readonly tail: LogTail,
    subscriptions: Subscriptions,
    private readonly connections: Connections,
    private readonly attendance: Attendance,
    agents: OnlineAgents,
    rooms: RoomPresence,
    private readonly limits: RateLimits,
    replay: Replay,
  ) {
    const greet = (reader: Principal['kind'], joined: readonly string[]) => [
      ...agents.greeting(reader),
      ...joined.flatMap((room) => rooms.greeting(room) ?? []),
    ];
    const left = (connection: Connection) => {
      connections.remove(connection);
      attendance.leave(connection.principal);
    };
    this.streams = { tail, subscriptions, replay, greet, left };
  }

  @Sse('stream')
  @Allow('visitor', 'agent')
  async streamEvents(
    @CallerIs() principal: Principal,
    @QueryOf('streamEvents') query: ParsedQuery<'streamEvents'>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Observable<MessageEvent>> {
    if (this.connections.stopping.aborted) throw new ProblemError('unavailable', 'Stopping', { retryAfterSeconds: 1 });
    await this.limits.consume('stream', principal.id);
    const resume = await this.judge(lastEventId || query.after);
    const connection = new Connection(this.streams, principal, reply.raw);
    this.connections.add(connection);
    this.attendance.enter(principal);
    connection.watch();
    return handOver(reply, () => connection.open(resume));
  }

  private async judge(cursor: string | undefined): Promise<Resume> {
    const resume = judgeCursor(cursor, this.tail);
    // A place in the log as this process knows it stays one. Of any other, another process may have told; and thousands who
    // come back at once have one, so that nothing is read for them here.
    if (resume.resumed) return resume;
    await this.tail.catchUp();
    return judgeCursor(cursor, this.tail);
  }
}
