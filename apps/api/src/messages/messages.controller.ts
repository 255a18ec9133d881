import { Controller, Delete, Get, Patch, Post, Res } from '@nestjs/common';
import type { Message, MessagePage, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import type { FastifyReply } from 'fastify';
import { Allow, OpenToBlocked } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { MessagesService } from './messages.service.js';

interface MessagePath {
  conversation: string;
  message: string;
}

@Controller('v1/conversations/:conversation/messages')
@Allow('visitor', 'agent')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @OpenToBlocked()
  async listMessages(
    @CallerIs() principal: Principal,
    @ParamsOf('listMessages') { conversation }: { conversation: string },
    @QueryOf('listMessages') query: ParsedQuery<'listMessages'>,
  ): Promise<MessagePage> {
    await this.limits.consume('read', principal.id);
    return this.messages.list(principal, conversation, query);
  }

  @Post()
  async createMessage(
    @CallerIs() principal: Principal,
    @ParamsOf('createMessage') { conversation }: { conversation: string },
    @BodyOf('createMessage') body: ParsedBody<'createMessage'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Message> {
    await this.limits.consume('write', principal.id);
    const { message, created } = await this.messages.create(principal, conversation, body);
    reply.status(created ? 201 : 200);
    return message;
  }

  @Patch(':message')
  async updateMessage(
    @CallerIs() principal: Principal,
    @ParamsOf('updateMessage') path: MessagePath,
    @BodyOf('updateMessage') { text }: ParsedBody<'updateMessage'>,
  ): Promise<Message> {
    await this.limits.consume('write', principal.id);
    return this.messages.update(principal, path.conversation, path.message, text);
  }

  @Get(':message/edits')
  @Allow('agent')
  async listMessageEdits(
    @CallerIs() principal: Principal,
    @ParamsOf('listMessageEdits') path: MessagePath,
  ): Promise<ReplyBody<'listMessageEdits'>> {
    await this.limits.consume('read', principal.id);
    return { items: await this.messages.edits(principal, path.conversation, path.message) };
  }

  @Delete(':message')
  async deleteMessage(
    @CallerIs() principal: Principal,
    @ParamsOf('deleteMessage') path: MessagePath,
  ): Promise<Message> {
    await this.limits.consume('write', principal.id);
    return this.messages.delete(principal, path.conversation, path.message);
  }
}
