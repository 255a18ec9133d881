import { Controller, Get, Patch, Post, Res } from '@nestjs/common';
import type {
  ChangedConversations,
  Conversation,
  ConversationPage,
  ParsedBody,
  ParsedQuery,
} from '@porchlight/protocol';
import type { FastifyReply } from 'fastify';
import { Allow, OpenToBlocked } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal, VisitorPrincipal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { ConversationsService } from './conversations.service.js';
import { RoomsService } from './rooms.service.js';

@Controller('v1/conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly rooms: RoomsService,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @Allow('visitor', 'agent')
  @OpenToBlocked()
  async listConversations(
    @CallerIs() principal: Principal,
    @QueryOf('listConversations') query: ParsedQuery<'listConversations'>,
  ): Promise<ConversationPage> {
    await this.limits.consume('read', principal.id);
    return this.conversations.list(principal, query);
  }

  @Post()
  @Allow('visitor')
  async createConversation(
    @CallerIs() visitor: VisitorPrincipal,
    @BodyOf('createConversation') body: ParsedBody<'createConversation'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Conversation> {
    await this.limits.consume('write', visitor.id);
    const { conversation, created } = body.room
      ? await this.rooms.join(visitor, body.room, body)
      : await this.conversations.start(visitor, body);
    reply.status(created ? 201 : 200);
    return conversation;
  }

  @Patch()
  @Allow('agent')
  async updateConversations(
    @CallerIs() principal: Principal,
    @BodyOf('updateConversations') body: ParsedBody<'updateConversations'>,
  ): Promise<ChangedConversations> {
    await this.limits.consume('write', principal.id);
    return this.conversations.updateMany(principal, body);
  }

  @Get(':conversation')
  @Allow('visitor', 'agent')
  @OpenToBlocked()
  async getConversation(
    @CallerIs() principal: Principal,
    @ParamsOf('getConversation') { conversation }: { conversation: string },
  ): Promise<Conversation> {
    await this.limits.consume('read', principal.id);
    return this.conversations.get(principal, conversation);
  }

  @Patch(':conversation')
  @Allow('agent')
  async updateConversation(
    @CallerIs() principal: Principal,
    @ParamsOf('updateConversation') { conversation }: { conversation: string },
    @BodyOf('updateConversation') body: ParsedBody<'updateConversation'>,
  ): Promise<Conversation> {
    await this.limits.consume('write', principal.id);
    return this.conversations.update(principal, conversation, body);
  }
}
