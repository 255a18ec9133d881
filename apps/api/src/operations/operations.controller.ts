import { Controller, Get, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../auth/allow.decorator.js';
import { ProblemError } from '../http/problem.js';
import { Connections } from '../realtime/connections.js';
import { registry } from './metrics.js';

@Controller()
@Allow('anyone')
export class OperationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: Connections,
  ) {}

  /** Whether the process runs at all. */
  @Get('health/live')
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'live' };
  }

  /** Whether requests should be sent here: the database answers and the process is not stopping. */
  @Get('health/ready')
  @Header('Cache-Control', 'no-store')
  async ready() {
    if (this.connections.stopping.aborted) throw new ProblemError('unavailable', 'Stopping', { retryAfterSeconds: 1 });
    await this.dataSource.query('SELECT 1');
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('Content-Type', registry.contentType)
  @Header('Cache-Control', 'no-store')
  metrics(): Promise<string> {
    return registry.metrics();
  }
}
