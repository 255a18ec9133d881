import { conversations, GUEST, table } from './story.js';

/** Where the pictures are taken: each brings a page there and waits until everything is on it. */
export function scenesOf(studio) {
  const [{ lines: guestLines }] = conversations;
  const lastOf = (lines) => lines.at(-1)[2];
  const openChat = async (page) => {
    await page.locator('chat-widget [part~="launcher"]').click();
    await page.locator('chat-widget chat-composer').getByRole('textbox').waitFor();
  };
  const openConversation = async (page, id) => {
    await page.goto(`${studio.apiUrl}/inbox/c/${id}`);
    await page.getByRole('log').getByText(lastOf(guestLines)).waitFor();
  };
  const showChat = async (page) => {
    await page.goto(studio.demoUrl);
    await openChat(page);
    await page.getByRole('log').getByText(lastOf(guestLines)).waitFor();
  };
  const write = async (page, text) => {
    const box = page.locator('chat-widget chat-composer').getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
    await page.getByRole('log').getByText(text).waitFor();
  };
  return {
    demo: async (page) => {
      await page.goto(studio.demoUrl);
      await page.locator('chat-widget [part~="launcher"]').waitFor();
    },
    emptyChat: async (page) => {
      await page.goto(studio.demoUrl);
      await openChat(page);
    },
    chat: showChat,
    /** The network goes away while somebody writes. */
    offline: async (page) => {
      await showChat(page);
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
      await write(page, 'And a card with it, please. She likes hares.');
    },
    /** A message that the server does not take. */
    failed: async (page) => {
      await showChat(page);
      await page.route(
        ({ pathname }) => pathname.endsWith('/messages'),
        (route) =>
          route.request().method() === 'POST'
            ? route.fulfill({
                status: 422,
                contentType: 'application/problem+json',
                headers: { 'Access-Control-Allow-Origin': '*' },
                body: JSON.stringify({ type: 'about:blank', title: 'Refused', status: 422, code: 'refused' }),
              })
            : route.continue(),
      );
      await write(page, 'And a card with it, please. She likes hares.');
      await page.getByRole('log').getByRole('button', { name: 'Try again' }).waitFor();
    },
    /** A page that has nothing else. */
    wholePage: async (page) => {
      await page.goto(studio.demoUrl);
      await page.locator('chat-widget').evaluate((widget) => {
        widget.setAttribute('mode', 'page');
        document.body.replaceChildren(widget);
        Object.assign(document.body.style, { display: 'block', margin: 0, padding: 0, maxWidth: 'none' });
      });
      await page.getByRole('log').getByText(lastOf(guestLines)).waitFor();
    },
    /** Somebody who was never here sends a picture and looks at it. */
    viewer: (picture) => async (page) => {
      await page.goto(studio.demoUrl);
      await openChat(page);
      const chooser = page.waitForEvent('filechooser');
      await page.locator('chat-widget').getByRole('button', { name: 'Attach files' }).click();
      await (await chooser).setFiles({ name: 'Shelf.png', mimeType: 'image/png', buffer: picture });
      const composer = page.locator('chat-widget chat-composer');
      await composer.getByRole('textbox').fill('Which of these can go in the oven?');
      await composer.locator('.send[aria-disabled=false]').click();
      await page.getByRole('log').getByRole('button', { name: 'Open Shelf.png' }).click();
      await page.getByRole('dialog', { name: 'Picture' }).getByRole('img').waitFor();
    },
    room: async (page) => {
      await page.goto(`${studio.demoUrl}/community.html`);
      await page.getByRole('log').getByText(lastOf(table)).waitFor();
      await page.locator('chat-widget').evaluate((widget) => widget.scrollIntoView({ block: 'end' }));
    },
    opened:
      (path, changes = {}) =>
      async (page) => {
        await page.goto(studio.demoUrl + path);
        await page.locator('chat-widget').evaluate((widget, attributes) => {
          for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        }, changes);
        await openChat(page);
      },
    signIn: async (page) => {
      await page.goto(`${studio.apiUrl}/inbox/`);
      await page.getByLabel('Password', { exact: true }).waitFor();
    },
    list: async (page) => {
      await page.goto(`${studio.apiUrl}/inbox/`);
      await page.getByRole('link', { name: GUEST }).waitFor();
    },
    conversation: (id) => (page) => openConversation(page, id),
    /** A dialog above a conversation. */
    keys: (id) => async (page) => {
      await openConversation(page, id);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    palette: (id) => async (page) => {
      await openConversation(page, id);
      await page.keyboard.press('Control+k');
      await page.getByRole('option').nth(3).waitFor();
    },
    search: (id, words) => async (page) => {
      await openConversation(page, id);
      await page.keyboard.press('/');
      await page.keyboard.type(words);
      await page.getByRole('option').first().waitFor();
    },
    emptyList: async (page) => {
      await page.goto(`${studio.apiUrl}/inbox/?view=snoozed`);
      await page.getByRole('heading', { name: 'Nothing is snoozed' }).waitFor();
    },
    settings: async (page) => {
      await page.goto(`${studio.apiUrl}/inbox/settings/sites/demo`);
      await page.locator('chat-widget').waitFor();
    },
  };
}

/** What a browser keeps of somebody who has been here before. */
export const sessionOf = {
  visitor: (studio, { token }) => ({
    origins: [
      {
        origin: studio.demoUrl,
        localStorage: [
          { name: `porchlight:${studio.apiUrl}:demo`, value: token },
          { name: 'porchlight:demo:hint', value: JSON.stringify({ session: true }) },
        ],
      },
    ],
  }),
  agent: (studio, { token }) => ({
    cookies: [
      {
        name: 'porchlight_session',
        value: token,
        domain: new URL(studio.apiUrl).hostname,
        path: '/v1',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax',
      },
    ],
  }),
};
