import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody, Tag } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { TagsService } from './tags.service.js';

@Controller('v1/tags')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get()
  @Allow('agent')
  listTags(@QueryOf('listTags') query: ParsedQuery<'listTags'>): Promise<ReplyBody<'listTags'>> {
    return this.tags.list(query);
  }

  @Post()
  @Allow('agent')
  createTag(@CallerIs() agent: Principal, @BodyOf('createTag') body: ParsedBody<'createTag'>): Promise<Tag> {
    return this.tags.create(agent, body);
  }

  @Patch(':tag')
  @Allow('admin')
  updateTag(
    @CallerIs() admin: Principal,
    @ParamsOf('updateTag') { tag }: { tag: string },
    @BodyOf('updateTag') body: ParsedBody<'updateTag'>,
  ): Promise<Tag> {
    return this.tags.update(admin, tag, body);
  }

  @Delete(':tag')
  @HttpCode(204)
  @Allow('admin')
  deleteTag(@CallerIs() admin: Principal, @ParamsOf('deleteTag') { tag }: { tag: string }): Promise<void> {
    return this.tags.delete(admin, tag);
  }
}
