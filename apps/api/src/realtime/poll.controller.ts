import { Controller, Get, Header, Res } from '@nestjs/common';
import { formatCursor, type ParsedQuery } from '@porchlight/protocol';
import type { FastifyReply } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { QueryOf } from '../http/contract.decorators.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { Attendance } from './attendance.js';
import { Connections } from './connections.js';
import type { Frame } from './frame.js';
import { Replay } from './replay.js';
import { PrunedError } from './replay-queries.js';
import { judgeCursor } from './resume.js';
import { Revocations } from './revocations.js';
import { type Subscription, Subscriptions } from './subscription.js';
import { LogTail } from './tail.js';

/** Events that come within this time of the first one go into the same answer, in milliseconds. */
const GATHER_MS = 25;

@Controller('v1/events')
export class PollController {
  constructor(
    private readonly tail: LogTail,
    private readonly subscriptions: Subscriptions,
    private readonly connections: Connections,
    private readonly revocations: Revocations,
    private readonly attendance: Attendance,
    private readonly limits: RateLimits,
    private readonly replay: Replay,
  ) {}

  /** The stream for networks that hold streams back (LP1, LP2). */
  @Get()
  @Allow('visitor', 'agent')
  @Header('Cache-Control', 'no-store')
  async pollEvents(
    @CallerIs() principal: Principal,
    @QueryOf('pollEvents') query: ParsedQuery<'pollEvents'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('poll', principal.id);
    await this.tail.catchUp();
    const { epoch } = this.tail;
    const resume = judgeCursor(query.after, this.tail);
    const subscription = await this.subscriptions.open(principal);
    this.attendance.enter(principal);
    const cut = new AbortController();
    let revoked = false;
    const revocation = this.revocations.of(principal).subscribe(() => {
      revoked = true;
      cut.abort();
    });
    const giveUp = () => cut.abort();
    reply.raw.once('close', giveUp);
    this.connections.stopping.addEventListener('abort', giveUp);
    let frames: Frame[] = [];
    let position = subscription.from;
    try {
      if (resume.resumed) {
        frames = await this.replay.page(principal, { after: resume.after, upTo: subscription.from });
        // A full page may not reach the end: the next poll goes on after its last event.
        position = frames.at(-1)?.position ?? subscription.from;
      }
      if (frames.length === 0 && !(!resume.resumed && resume.reset)) {
        frames = await this.wait(subscription, (query.wait ?? 0) * 1_000, cut.signal);
        position = frames.findLast((frame) => frame.position !== undefined)?.position ?? position;
      }
    } catch (error) {
      // It was pruned in this very moment; the next poll is told so.
      if (error instanceof PrunedError) throw new ProblemError('unavailable', undefined, { retryAfterSeconds: 1 });
      throw error;
    } finally {
      this.connections.stopping.removeEventListener('abort', giveUp);
      revocation.unsubscribe();
      subscription.close();
      this.attendance.leave(principal);
    }
    if (revoked) throw new ProblemError('unauthenticated');
    const cursor = JSON.stringify(formatCursor({ epoch, position }));
    const reset = !resume.resumed && resume.reset ? `,"reset":"${resume.reset}"` : '';
    await reply
      .header('Content-Type', 'application/json; charset=utf-8')
      .send(`{"events":[${frames.map((frame) => frame.json).join(',')}],"cursor":${cursor}${reset}}`);
  }

  /** What happens until a moment after the first event, until the time is over, or until `cut` aborts. */
  private wait(subscription: Subscription, waitMs: number, cut: AbortSignal): Promise<Frame[]> {
    return new Promise((resolve) => {
      const frames: Frame[] = [];
      let timer = setTimeout(() => resolve(frames), waitMs);
      const give = () => {
        clearTimeout(timer);
        resolve(frames);
      };
      if (cut.aborted) return give();
      cut.addEventListener('abort', give, { once: true });
      subscription.release((delivery) => {
        if (frames.length === 0) {
          clearTimeout(timer);
          timer = setTimeout(() => resolve(frames), GATHER_MS);
        }
        frames.push(...delivery.frames);
      });
    });
  }
}
