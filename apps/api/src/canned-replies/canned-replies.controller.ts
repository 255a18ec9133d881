import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import type { CannedReply, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { CannedRepliesService } from './canned-replies.service.js';

@Controller('v1/canned-replies')
@Allow('agent')
export class CannedRepliesController {
  constructor(private readonly replies: CannedRepliesService) {}

  @Get()
  listCannedReplies(
    @CallerIs() agent: Principal,
    @QueryOf('listCannedReplies') query: ParsedQuery<'listCannedReplies'>,
  ): Promise<ReplyBody<'listCannedReplies'>> {
    return this.replies.list(agent, query);
  }

  @Post()
  createCannedReply(
    @CallerIs() agent: Principal,
    @BodyOf('createCannedReply') body: ParsedBody<'createCannedReply'>,
  ): Promise<CannedReply> {
    return this.replies.create(agent, body);
  }

  @Patch(':canned')
  updateCannedReply(
    @CallerIs() agent: Principal,
    @ParamsOf('updateCannedReply') { canned }: { canned: string },
    @BodyOf('updateCannedReply') body: ParsedBody<'updateCannedReply'>,
  ): Promise<CannedReply> {
    return this.replies.update(agent, canned, body);
  }

  @Delete(':canned')
  @HttpCode(204)
  deleteCannedReply(
    @CallerIs() agent: Principal,
    @ParamsOf('deleteCannedReply') { canned }: { canned: string },
  ): Promise<void> {
    return this.replies.delete(agent, canned);
  }
}
