import { readFile } from 'node:fs/promises';
import { folderOf, versionOf } from '../peers.js';
import { json, readJson } from '../server.js';

const named = (name) => `${name} ${versionOf(name)}`;

const deepChat = {
  name: named('deep-chat'),
  head: '<script type="module" src="/p/dist/deepChat.bundle.js"></script>',
  body: '<deep-chat connect=\'{"url": "/answer"}\'></deep-chat>',
  files: { '/p/': folderOf('deep-chat') },
  answer: (_, response, path) => path === '/answer' && json(response, 200, { text: 'Good morning' }),
  root: 'deep-chat',
  ready: (page) => page.locator('#text-input'),
  input: (page) => page.locator('#text-input'),
};

const cloudflare = {
  name: named('@cloudflare/ai-search-snippet'),
  head: '<script type="module" src="/p/dist/search-snippet.chat.es.js"></script>',
  body: '<chat-bubble-snippet api-url="/api"></chat-bubble-snippet>',
  files: { '/p/': folderOf('@cloudflare/ai-search-snippet') },
  root: 'chat-bubble-snippet',
  ready: (page) => page.locator('chat-bubble-snippet').getByRole('button').first(),
  opens: true,
  input: (page) => page.locator('chat-bubble-snippet textarea').first(),
};

const n8n = {
  name: named('@n8n/chat'),
  head: '<link rel="stylesheet" href="/p/dist/style.css"><script type="module" src="/boot.js"></script>',
  body: '<div id="n8n-chat"></div>',
  files: { '/p/': folderOf('@n8n/chat') },
  texts: {
    '/boot.js': "import { createChat } from '/p/dist/chat.bundle.es.js';\ncreateChat({ webhookUrl: '/hook' });",
  },
  async answer(request, response, path) {
    if (path !== '/hook') return false;
    const { action } = await readJson(request);
    return json(response, 200, action === 'loadPreviousSession' ? { data: [] } : { output: 'Good morning' });
  },
  root: '#n8n-chat',
  ready: (page) => page.locator('.chat-window-toggle'),
  opens: true,
  input: (page) => page.locator('#n8n-chat textarea'),
};

const quikchat = {
  name: named('quikchat'),
  head: '<link rel="stylesheet" href="/p/dist/quikchat.css"><script type="module" src="/boot.js"></script>',
  body: '<div id="chat"></div>',
  files: { '/p/': folderOf('quikchat') },
  texts: {
    '/boot.js': `import quikchat from '/p/dist/quikchat.esm.min.js';
new quikchat('#chat', (chat, text) => chat.messageAddNew(text, 'me', 'right', 'user'));`,
  },
  root: '#chat',
  ready: (page) => page.locator('#chat textarea'),
  input: (page) => page.locator('#chat textarea'),
  send: (page) => page.locator('#chat button', { hasText: 'Send' }).click(),
};

const rocketSettings = {
  enabled: true,
  online: true,
  settings: { registrationForm: false, nameFieldRegistrationForm: false, emailFieldRegistrationForm: false },
  messages: {},
  theme: { title: 'Rocket.Chat', color: '#c1272d' },
  departments: [],
  triggers: [],
  resources: {},
  customFields: [],
};

const rocketChat = {
  name: named('@rocket.chat/livechat'),
  head: '<script type="module" src="/boot.js"></script>',
  body: '',
  files: { '/livechat/': new URL('build/', folderOf('@rocket.chat/livechat')) },
  texts: {
    '/boot.js': `window.RocketChat = (call) => window.RocketChat._.push(call);
window.RocketChat._ = [];
window.RocketChat.url = location.origin + '/livechat?serverUrl=' + encodeURIComponent(location.origin);
const script = document.createElement('script');
script.src = '/livechat/rocketchat-livechat.min.js';
document.head.append(script);`,
  },
  async answer(_, response, path) {
    if (path === '/livechat') {
      response.setHeader('content-type', 'text/html');
      response.end(await readFile(new URL('build/index.html', folderOf('@rocket.chat/livechat'))));
      return true;
    }
    return path.startsWith('/api/v1/livechat/config') && json(response, 200, { success: true, config: rocketSettings });
  },
  root: '.rocketchat-widget',
  frame: 'iframe',
  ready: (page) => page.frameLocator('iframe').locator('button:visible').first(),
  opens: true,
  // For a message it wants a conversation over its server's WebSocket protocol.
  silent: true,
  input: (page) => page.frameLocator('iframe').locator(':is([contenteditable], textarea, input):visible').first(),
};

export const peers = [cloudflare, quikchat, deepChat, rocketChat, n8n];
