import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { RemoteBus } from './remote-bus.js';

/** Longest wait between two tries to connect, in milliseconds. */
const MAX_RETRY_MS = 2_000;

type Client = ReturnType<typeof createClient>;

/** PUBLISH and SUBSCRIBE of a Redis server. */
export class RedisBus extends RemoteBus {
  private readonly logger = new Logger('RedisBus');
  private lost = false;

  private constructor(
    private readonly publisher: Client,
    private readonly subscriber: Client,
    channel: string,
  ) {
    super(channel);
    publisher.on('error', () => this.noteLoss());
    subscriber.on('error', () => this.noteLoss());
    // Comes on every connection, also after a reconnect, when the subscription has been renewed.
    subscriber.on('ready', () => this.noteReady());
  }

  static async open(url: string, channel: string): Promise<RedisBus> {
    let opened = false;
    const publisher: Client = createClient({
      url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: 4_000,
        // At the start a server that is not there is an error to tell; later it is waited for.
        reconnectStrategy: (retries) =>
          opened ? Math.min(100 * 2 ** retries, MAX_RETRY_MS) : new Error('not reached'),
      },
    });
    const subscriber = publisher.duplicate();
    const bus = new RedisBus(publisher, subscriber, channel);
    await Promise.all([publisher.connect(), subscriber.connect()]);
    await subscriber.subscribe(channel, (text) => bus.receive(text));
    opened = true;
    return bus;
  }

  async close(): Promise<void> {
    this.publisher.destroy();
    this.subscriber.destroy();
  }

  protected publish(text: string): void {
    this.publisher.publish(this.channel, text).catch(() => undefined);
  }

  private noteLoss(): void {
    if (!this.lost) this.logger.warn('the event bus is lost; connecting again');
    this.lost = true;
  }

  private noteReady(): void {
    if (this.lost) this.logger.log('the event bus is back');
    this.lost = false;
    this.regained();
  }
}
