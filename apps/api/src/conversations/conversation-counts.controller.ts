import { Controller, Get } from '@nestjs/common';
import type { ConversationCounts } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { RateLimits } from '../http/rate-limits.js';
import { ConversationsService } from './conversations.service.js';

/** Beside the conversations, not below them: what stands below is named by an id. */
@Controller('v1/conversation-counts')
export class ConversationCountsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @Allow('agent')
  async countConversations(@CallerIs() principal: Principal): Promise<ConversationCounts> {
    await this.limits.consume('read', principal.id);
    return this.conversations.counts(principal.id);
  }
}
