import 'reflect-metadata';
import { Controller, Module, Sse } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { map, Subject } from 'rxjs';

interface Event {
  type: string;
  position: number;
}

const events = new Subject<Event>();

/** As the documentation of Nest shows it. */
@Controller()
class EventsController {
  @Sse('events')
  stream() {
    return events.pipe(map((event) => ({ type: event.type, id: `epoch0000000.${event.position}`, data: event })));
  }
}

@Module({ controllers: [EventsController] })
class AppModule {}

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: false });
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1', backlog: 20_000 });

// Of the benchmark, and not to be compiled.
const { onPublish } = await import(process.env['PUBLISHED'] ?? '');
onPublish((event: Event) => events.next(event));
