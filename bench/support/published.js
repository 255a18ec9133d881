import { channel } from 'node:diagnostics_channel';

/** An event as chat has them, about 330 bytes with its frame. A reader counts events by the one `^` in each. */
let position = 1_000_000;
export function nextEvent() {
  position += 1;
  return {
    type: 'message.created',
    at: '2026-01-31T12:00:00.000Z',
    conversationId: '0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07',
    position,
    data: { id: '0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07', text: '^ '.padEnd(100, 'a usual message, ') },
  };
}

/** Calls `send` with each event that the benchmark wants sent to everybody; see the answer `publish` in probe.js. */
export function onPublish(send) {
  channel('bench.publish').subscribe(() => send(nextEvent()));
}

export function publish(count) {
  for (let n = 0; n < count; n += 1) channel('bench.publish').publish(n);
}
