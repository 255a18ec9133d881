import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import type { Block, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { BlocksService } from './blocks.service.js';

@Controller('v1')
@Allow('agent')
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  @Get('blocks')
  listBlocks(@QueryOf('listBlocks') query: ParsedQuery<'listBlocks'>): Promise<ReplyBody<'listBlocks'>> {
    return this.blocks.list(query);
  }

  @Put('visitors/:visitor/block')
  putBlock(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('putBlock') { visitor }: { visitor: string },
    @BodyOf('putBlock') body: ParsedBody<'putBlock'>,
  ): Promise<Block> {
    return this.blocks.put(agent, visitor, body);
  }

  @Delete('visitors/:visitor/block')
  @HttpCode(204)
  deleteBlock(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('deleteBlock') { visitor }: { visitor: string },
  ): Promise<void> {
    return this.blocks.delete(agent, visitor);
  }
}
