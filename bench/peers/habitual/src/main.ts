import 'reflect-metadata';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BenchController } from './bench.controller.js';
import { ChatGateway } from './chat.gateway.js';
import { Conversation } from './conversation.entity.js';
import { Message } from './message.entity.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { User } from './user.entity.js';

/** A chat server as most would write it: Nest, TypeORM entities and `save()`, a socket.io gateway. */
@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'] ?? '',
      poolSize: 10,
      entities: [Conversation, User, Message],
      synchronize: true,
    }),
    JwtModule.register({ secret: 'a secret of the benchmark', signOptions: { expiresIn: '1h' } }),
  ],
  controllers: [MessagesController, BenchController],
  providers: [MessagesService, ChatGateway],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
app.useWebSocketAdapter(new IoAdapter(app));
app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
await app.listen(Number(process.env['PORT']), '127.0.0.1');
