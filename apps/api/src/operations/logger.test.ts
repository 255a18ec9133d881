import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { PinoLoggerService } from './logger.js';

/** A service and the lines it has written. */
function record(level: string) {
  const lines: Record<string, unknown>[] = [];
  const service = new PinoLoggerService(
    pino({ level, base: undefined }, { write: (line) => lines.push(JSON.parse(line)) }),
  );
  return { service, lines };
}

test('what Nest says of its start is for debugging; what our services say is not', () => {
  const { service, lines } = record('info');
  service.log('Mapped {/health/live, GET} route', 'RouterExplorer');
  service.log('Starting Nest application...', 'NestFactory');
  service.log('the log can be read again', 'LogTail');
  expect(lines).toMatchObject([{ context: 'LogTail', msg: 'the log can be read again' }]);
});

test('fields and words come as they are given', () => {
  const { service, lines } = record('info');
  service.warn({ requestId: 'r1', err: new Error('lost') }, 'trying again', 'LogTail');
  service.error(new TypeError('broken'), 'the stack', 'Http');
  expect(lines).toMatchObject([
    { level: 40, context: 'LogTail', requestId: 'r1', err: { message: 'lost' }, msg: 'trying again' },
    { level: 50, context: 'Http', err: { message: 'broken' }, msg: 'broken' },
  ]);
});
