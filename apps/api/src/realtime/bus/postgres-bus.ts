import { Logger } from '@nestjs/common';
import pg from 'pg';
import { RemoteBus } from './remote-bus.js';

/** PostgreSQL refuses longer payloads. */
const MAX_PAYLOAD_BYTES = 7_999;
/** What a slow server may leave waiting; beyond it messages are lost, as they may be. */
const MAX_WAITING = 1_000;
/** How long to wait before the next try to connect, in milliseconds. */
const RETRY_MS = 500;

/**
 * LISTEN and NOTIFY on a connection of its own, which must be direct: a pooler in transaction mode loses LISTEN without a
 * word. Nothing is notified inside the transaction that wrote, since that would hold a lock of the whole cluster through
 * the commit.
 */
export class PostgresBus extends RemoteBus {
  private readonly logger = new Logger('PostgresBus');
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly waiting: string[] = [];
  private sending = false;

  private constructor(
    private readonly url: string,
    channel: string,
  ) {
    super(channel);
  }

  static async open(url: string, channel: string): Promise<PostgresBus> {
    const bus = new PostgresBus(url, channel);
    await bus.connect();
    return bus;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  protected publish(text: string): void {
    if (!this.client || Buffer.byteLength(text) > MAX_PAYLOAD_BYTES || this.waiting.length >= MAX_WAITING) return;
    this.waiting.push(text);
    if (!this.sending) void this.drain();
  }

  /** One at a time, as a connection takes them. */
  private async drain(): Promise<void> {
    this.sending = true;
    for (let text = this.waiting.shift(); text !== undefined; text = this.waiting.shift()) {
      await this.client?.query('SELECT pg_notify($1, $2)', [this.channel, text]).catch(() => undefined);
    }
    this.sending = false;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'porchlight-bus',
      connectionTimeoutMillis: 4_000,
      keepAlive: true,
    });
    const lost = () => {
      client.removeAllListeners('end');
      if (this.client === client) this.client = undefined;
      void client.end().catch(() => undefined);
      this.reconnect();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      if (payload) this.receive(payload);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      client.removeAllListeners('end');
      void client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.regained();
  }

  private reconnect(): void {
    if (this.closed || this.retry) return;
    this.logger.warn('the event bus is lost; connecting again');
    const attempt = () => {
      this.retry = setTimeout(() => {
        this.connect().then(
          () => {
            this.retry = undefined;
            this.logger.log('the event bus is back');
          },
          () => attempt(),
        );
      }, RETRY_MS);
    };
    attempt();
  }
}
