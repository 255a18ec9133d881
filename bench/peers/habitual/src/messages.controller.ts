import { Body, Controller, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { AuthGuard, type Claims } from './auth.guard.js';
import type { Message } from './message.entity.js';
import { MessagesService } from './messages.service.js';
import { NewMessageDto } from './new-message.dto.js';

@Controller('conversations/:conversation/messages')
@UseGuards(AuthGuard)
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Post()
  create(
    @Param('conversation', ParseUUIDPipe) conversation: string,
    @Body() { text }: NewMessageDto,
    @Req() { user }: { user: Claims },
  ): Promise<Message> {
    return this.messages.create(conversation, user.sub, text);
  }
}
