import { JwtService } from '@nestjs/jwt';
import { type OnGatewayConnection, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { Message } from './message.entity.js';

@WebSocketGateway({ cors: true })
export class ChatGateway implements OnGatewayConnection {
  @WebSocketServer()
  private readonly server: Server;

  constructor(private readonly jwt: JwtService) {}

  async handleConnection(socket: Socket): Promise<void> {
    try {
      await this.jwt.verifyAsync(socket.handshake.auth['token']);
      await socket.join('agents');
    } catch {
      socket.disconnect();
    }
  }

  tell(message: Message): void {
    this.server.to(`conversation:${message.conversationId}`).to('agents').emit('message', message);
  }
}
