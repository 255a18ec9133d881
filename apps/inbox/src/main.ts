import { defineChatElements } from '@porchlight/ui';

/** Pages that are opened by who is not signed in. */
const pages: Record<string, () => Promise<[name: string]>> = {
  '/inbox/join': () => import('./join-page.js').then(() => ['join-page']),
  '/inbox/reset': () => import('./reset-page.js').then(() => ['reset-page']),
};

const page = pages[location.pathname.replace(/\/$/, '')];
if (page) {
  const [name] = await page();
  document.querySelector('inbox-app')?.replaceWith(document.createElement(name));
} else {
  defineChatElements();
  await import('./inbox-app.js');
}
