import type { Message } from '@porchlight/protocol';
import type { ProxiedRequest } from '../../src/proxy/requests.js';
import type { Tampering } from '../../src/proxy/tampering.js';

/** Every so many-th message meets a bug. */
const EVERY = 7;

/** Resume is broken: whoever comes back is told what happens from now on, and nothing of what has happened meanwhile. */
export const forgetfulResume: Tampering = {
  request(request) {
    const { 'last-event-id': _, ...headers } = request.headers;
    return { ...request, headers, path: request.path.replace(/([?&])after=[^&]*&?/, '$1') };
  },
};

/** Dedupe is broken: a POST that comes again is taken for another one. */
export const forgetfulDedupe: Tampering = {
  duplicate: (request) => withBody(request, { clientId: crypto.randomUUID() }),
};

/** Order is broken on the way in: a message is said to be stored, and stored when others have come after it. */
export function lateStore(): Tampering {
  const counted = counter();
  return {
    answer(request, send) {
      if (!counted()) return undefined;
      setTimeout(() => send(request), 500);
      return answerTo(request);
    },
  };
}

/** Order is broken on the way out: some events give a message the place of an earlier one. */
export const wrongPlaces: Tampering = {
  frames: () =>
    eachMessage((frame, isDue) => (isDue ? frame.replace(/"seq":(\d+)/, (_, seq) => `"seq":${seq - 2}`) : frame)),
};

/** Some events are never sent. */
export const droppedEvents: Tampering = {
  frames: () => eachMessage((frame, isDue) => (isDue ? '' : frame)),
};

/** A success is no commit. */
export function emptyPromises(): Tampering {
  const counted = counter();
  return { answer: (request) => (counted() ? answerTo(request) : undefined) };
}

/** Some events go to readers of another conversation as well. */
export function crossedWires(): Tampering {
  const latest = new Map<string, string>();
  return {
    frames: () =>
      eachMessage((frame, isDue) => {
        const [, conversation = ''] = /"conversationId":"([^"]+)"/.exec(frame) ?? [];
        latest.set(conversation, frame);
        const others = [...latest].filter(([other]) => other !== conversation).map(([, foreign]) => foreign);
        return isDue ? frame + others.join('') : frame;
      }),
  };
}

/** True every so many-th time. */
function counter(): () => boolean {
  let count = 0;
  return () => ++count % EVERY === 0;
}

/** Changes the frames of new messages in a stream, of which every so many-th is due. */
function eachMessage(change: (frame: string, isDue: boolean) => string): (bytes: Buffer) => Buffer {
  const counted = counter();
  let rest = Buffer.alloc(0);
  return (bytes) => {
    const all = Buffer.concat([rest, bytes]);
    const end = all.lastIndexOf('\n\n') + 2;
    rest = end > 1 ? all.subarray(end) : all;
    const frames = (end > 1 ? all.subarray(0, end).toString() : '').split(/(?<=\n\n)/);
    return Buffer.from(
      frames.map((frame) => (frame.includes('event: message.created') ? change(frame, counted()) : frame)).join(''),
    );
  };
}

function withBody(request: ProxiedRequest, change: object): ProxiedRequest {
  return { ...request, body: Buffer.from(JSON.stringify({ ...JSON.parse(request.body.toString()), ...change })) };
}

/** What the API might have answered. */
function answerTo({ path, body }: ProxiedRequest): Buffer | undefined {
  const [, conversationId] = /conversations\/([^/]+)\/messages/.exec(path) ?? [];
  if (!conversationId) return undefined;
  const message: Message = {
    id: crypto.randomUUID(),
    conversationId,
    seq: 1_000_000,
    author: { kind: 'visitor', id: crypto.randomUUID(), name: 'Nobody' },
    audience: 'everyone',
    attachments: [],
    createdAt: new Date().toISOString(),
    ...(JSON.parse(body.toString()) as { clientId: string; text: string }),
  };
  return Buffer.from(JSON.stringify(message));
}
