import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ChatGateway } from './chat.gateway.js';
import { Conversation } from './conversation.entity.js';
import { Message } from './message.entity.js';
import { User } from './user.entity.js';

@Injectable()
export class MessagesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly gateway: ChatGateway,
  ) {}

  /** Tells the others, and the sender, once it is committed. */
  async create(conversationId: string, authorId: string, text: string): Promise<Message> {
    const takesPart = await this.dataSource
      .getRepository(User)
      .existsBy({ id: authorId, conversations: { id: conversationId } });
    if (!takesPart) throw new NotFoundException();
    const message = await this.dataSource.transaction(async (manager) => {
      const saved = await manager.save(Message, { conversationId, authorId, text });
      // Last, so that the row of a busy conversation stays locked for as short as can be.
      await manager.update(Conversation, conversationId, {
        lastMessageAt: saved.createdAt,
        messageCount: () => '"messageCount" + 1',
      });
      return saved;
    });
    this.gateway.tell(message);
    return message;
  }
}
