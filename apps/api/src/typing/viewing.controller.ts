import { Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import { authorOf, type Principal } from '../auth/principal.js';
import { reachConversation } from '../conversations/conversation-access.js';
import { ParamsOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { Bus } from '../realtime/bus/bus.js';
import { feedOf } from '../realtime/feeds.js';

/** How long an agent counts as looking when it does not say so again, in milliseconds. */
const VIEWING_MS = 30_000;

/** Which agents look at a conversation, told to the others, so that no two answer the same one unawares. */
@Controller('v1/conversations/:conversation/viewing')
export class ViewingController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
    private readonly limits: RateLimits,
  ) {}

  @Put()
  @HttpCode(204)
  @Allow('agent')
  putViewing(
    @CallerIs() principal: Principal,
    @ParamsOf('putViewing') { conversation }: { conversation: string },
  ): Promise<void> {
    return this.tell(principal, conversation, VIEWING_MS);
  }

  @Delete()
  @HttpCode(204)
  @Allow('agent')
  deleteViewing(
    @CallerIs() principal: Principal,
    @ParamsOf('deleteViewing') { conversation }: { conversation: string },
  ): Promise<void> {
    return this.tell(principal, conversation, 0);
  }

  private async tell(principal: Principal, conversationId: string, forMs: number): Promise<void> {
    await this.limits.consume('touch', principal.id);
    await reachConversation(this.dataSource, principal, conversationId);
    const now = Date.now();
    this.bus.send({
      kind: 'signal',
      feeds: [feedOf.agents()],
      event: {
        type: 'viewing',
        at: new Date(now).toISOString(),
        conversationId,
        data: { author: authorOf(principal), until: new Date(now + forMs).toISOString() },
      },
    });
  }
}
