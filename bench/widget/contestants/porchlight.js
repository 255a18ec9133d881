import { json, readJson } from '../server.js';

const now = () => new Date().toISOString();
const author = { kind: 'visitor', id: 'v1', name: 'Visitor 1' };

const site = {
  key: 'demo',
  name: 'Kiln & Co',
  texts: { heading: 'Kiln & Co', greeting: 'Say hello.', replyTime: 'Answers within an hour' },
  theme: { hue: 262 },
  languages: ['en'],
  availability: { available: true, agents: 2 },
  preChat: [],
  rooms: [],
  limits: { text: 10_000, name: 60 },
};

/** As much of the API as a first message needs. */
async function answer(request, response, path) {
  const body = await readJson(request);
  if (path === '/v1/sites/demo') return json(response, 200, site);
  if (path === '/v1/sites/demo/visitors') {
    const visitor = { id: author.id, site: 'demo', name: author.name, named: false, createdAt: now() };
    return json(response, 201, { token: 'token', visitor, cursor: 'e.0' });
  }
  if (path === '/v1/conversations' && request.method === 'GET') return json(response, 200, { items: [] });
  if (path === '/v1/conversations') {
    const { clientId, text } = body.message;
    const common = { createdAt: now(), updatedAt: now() };
    const lastMessage = {
      id: 'm1',
      conversationId: 'c1',
      clientId,
      seq: 1,
      author,
      audience: 'everyone',
      text,
      attachments: [],
      createdAt: now(),
    };
    const conversation = { id: 'c1', kind: 'support', site: 'demo', status: 'open', lastSeq: 1, unread: 0, ...common };
    return json(response, 201, { ...conversation, lastMessage });
  }
  if (path === '/v1/events/stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const hello = { protocol: 1, cursor: 'e.0', heartbeatMs: 15_000, resumed: true };
    response.write(`event: hello\nid: e.0\ndata: ${JSON.stringify(hello)}\n\n`);
    setTimeout(() => response.write(': ping\n\n'), 1_000);
    return true;
  }
  return false;
}

const dist = new URL('../../../packages/widget/dist/', import.meta.url);

export const porchlight = {
  name: 'Porchlight',
  head: '<script type="module" src="/widget.js"></script>',
  body: '<chat-widget site="demo"></chat-widget>',
  files: { '/': dist },
  answer,
  root: 'chat-widget',
  ready: (page) => page.getByRole('button', { name: 'Open chat' }),
  opens: true,
  input: (page) => page.getByRole('textbox', { name: 'Message' }),
};
