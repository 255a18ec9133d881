import { Body, Controller, Get, Post } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conversation } from './conversation.entity.js';
import { User } from './user.entity.js';

/** Makes what the benchmark needs; no part of what is measured. */
@Controller('bench')
export class BenchController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly jwt: JwtService,
  ) {}

  @Get()
  ready(): string {
    return 'ready';
  }

  @Post()
  async createAuthors(@Body() { conversations, writers }: { conversations: number; writers: number }) {
    const { manager } = this.dataSource;
    const made = await manager.save(
      Array.from({ length: conversations }, () => manager.create(Conversation, { subject: 'A conversation' })),
    );
    const users = await manager.save(
      Array.from({ length: writers }, (_, n) =>
        manager.create(User, { name: `Visitor ${n}`, conversations: [made[n % conversations] as Conversation] }),
      ),
    );
    return users.map(({ id, conversations: [conversation] }) => ({
      token: this.jwt.sign({ sub: id }),
      conversationId: conversation?.id,
    }));
  }

  @Post('agent')
  async createAgent() {
    const { id } = await this.dataSource.manager.save(User, { name: 'Agent' });
    return { token: this.jwt.sign({ sub: id }) };
  }
}
