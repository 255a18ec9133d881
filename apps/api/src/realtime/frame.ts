import type { Bye, ControlEventType, Hello, ResetReason, TransientEvent } from '@porchlight/protocol';
import type { Entry } from './entry.js';

/** An event as it goes over the wire, encoded once and shared by all who get it. */
export interface Frame {
  /** Where the log is once this has been seen; undefined for events that are not kept (EV2). */
  position?: number;
  /** The event as a long poll answers it. */
  json: string;
  /** The same as bytes of a `text/event-stream`, id included. */
  bytes: Buffer;
}

/** A comment that keeps the connection open through proxies (EV5). */
export const PING = Buffer.from(': ping\n\n');

/** Encodes a kept event (EV1); `data` is JSON already. */
export function durableFrame(entry: Entry, data: string, cursor: string): Frame {
  const conversation = entry.conversationId ? `"conversationId":"${entry.conversationId}",` : '';
  const json = `{"type":"${entry.type}","at":"${entry.at.toISOString()}",${conversation}"position":${entry.position},"data":${data}}`;
  return {
    position: entry.position,
    json,
    bytes: Buffer.from(`event: ${entry.type}\nid: ${cursor}\ndata: ${json}\n\n`),
  };
}

/** Encodes an event that is not kept: it has no `id:` line and moves no cursor (EV2). */
export function transientFrame(event: TransientEvent): Frame {
  const json = JSON.stringify(event);
  return { json, bytes: Buffer.from(`event: ${event.type}\ndata: ${json}\n\n`) };
}

interface ControlData {
  hello: Hello;
  reset: { reason: ResetReason };
  bye: Bye;
}

/** Encodes an event of the stream itself. Only `hello` carries a cursor (EV4). */
export function controlFrame<Type extends ControlEventType>(
  type: Type,
  data: ControlData[Type],
  cursor?: string,
): Buffer {
  const id = cursor === undefined ? '' : `id: ${cursor}\n`;
  return Buffer.from(`event: ${type}\n${id}data: ${JSON.stringify(data)}\n\n`);
}
