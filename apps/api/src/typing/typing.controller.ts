import { Controller, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import { authorOf, type Principal } from '../auth/principal.js';
import { reachConversation } from '../conversations/conversation-access.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { Bus } from '../realtime/bus/bus.js';
import { feedOf } from '../realtime/feeds.js';

/** How long a typing mark holds when no other follows, in milliseconds. */
const TYPING_MS = 6_000;

@Controller('v1/conversations/:conversation/typing')
export class TypingController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @HttpCode(204)
  @Allow('visitor', 'agent')
  async createTyping(
    @CallerIs() principal: Principal,
    @ParamsOf('createTyping') { conversation: id }: { conversation: string },
    @BodyOf('createTyping') _body: unknown,
  ): Promise<void> {
    await this.limits.consume('touch', principal.id);
    const conversation = await reachConversation(this.dataSource, principal, id);
    const now = Date.now();
    this.bus.send({
      kind: 'signal',
      feeds: [
        feedOf.agents(),
        conversation.visitor_id === null ? feedOf.room(id) : feedOf.visitor(conversation.visitor_id),
      ],
      event: {
        type: 'typing',
        at: new Date(now).toISOString(),
        conversationId: id,
        data: { author: authorOf(principal), until: new Date(now + TYPING_MS).toISOString() },
      },
    });
  }
}
