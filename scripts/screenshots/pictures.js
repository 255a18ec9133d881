import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser.js';
import { Camera, PHONE, WIDE } from './camera.js';
import { hero, WINDOW } from './hero.js';
import { play } from './play.js';
import { scenesOf, sessionOf } from './scenes.js';
import { Studio } from './studio.js';

const directory = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const fonts = fileURLToPath(new URL('./fonts.conf', import.meta.url));

/** Plays the story on the built programs, takes every picture with a real browser, and then replaces those of before. */
export async function takePictures() {
  env.FONTCONFIG_FILE ??= fonts;
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-pictures-'));
  const fresh = join(folder, 'screenshots');
  const browser = await launchBrowser();
  const studio = await Studio.open();
  try {
    await photograph(studio, await play(studio), new Camera(browser, fresh));
    rmSync(directory, { recursive: true, force: true });
    cpSync(fresh, directory, { recursive: true });
  } finally {
    await browser.close();
    await studio.close();
    rmSync(folder, { recursive: true });
  }
}

async function photograph(studio, { agent, guest, sitter }, camera) {
  const scenes = scenesOf(studio);
  const atInbox = sessionOf.agent(studio, agent);
  const asGuest = sessionOf.visitor(studio, guest);
  const asSitter = sessionOf.visitor(studio, sitter);
  const conversation = scenes.conversation(guest.conversation);

  /** At both sizes in both themes; where a phone shows something else, `phone` brings it there. */
  const everyWay = async (name, session, visit, phone = visit) => {
    for (const theme of ['light', 'dark']) {
      await camera.take({ name: `${name}-wide-${theme}`, size: WIDE, theme, session }, visit);
      await camera.take({ name: `${name}-phone-${theme}`, size: PHONE, theme, session }, phone);
    }
  };

  // Somebody is in, so visitors see that somebody is.
  await camera.keep({ size: WIDE, session: atInbox }, scenes.list);
  await everyWay('demo', undefined, scenes.demo);
  await everyWay('widget', asGuest, scenes.chat);
  await everyWay('room', asSitter, scenes.room);
  await studio.remember(guest);
  await everyWay('inbox', atInbox, conversation, scenes.list);
  await camera.take({ name: 'widget-empty', size: WIDE }, scenes.emptyChat);
  for (const theme of ['terminal', 'magazine', 'toys']) {
    await camera.take({ name: `theme-${theme}`, size: WIDE }, scenes.opened(`/themes/${theme}`));
  }
  await camera.take({ name: 'playground', size: WIDE }, scenes.opened('/playground'));
  await camera.take({ name: 'right-to-left', size: WIDE, session: asGuest }, scenes.opened('/', { locale: 'ar' }));
  await camera.take({ name: 'inbox-sign-in', size: WIDE }, scenes.signIn);
  await camera.take({ name: 'inbox-keys', size: WIDE, session: atInbox }, scenes.keys(guest.conversation));
  await camera.take({ name: 'inbox-conversation-phone', size: PHONE, session: atInbox }, conversation);
  const palette = scenes.palette(guest.conversation);
  await camera.take({ name: 'inbox-palette', size: WIDE, session: atInbox }, palette);
  await camera.take({ name: 'inbox-palette-dark', size: WIDE, theme: 'dark', session: atInbox }, palette);
  await camera.take({ name: 'inbox-search', size: WIDE, session: atInbox }, scenes.search(guest.conversation, 'mug'));
  await camera.take({ name: 'inbox-empty', size: WIDE, session: atInbox }, scenes.emptyList);
  await camera.take({ name: 'inbox-settings', size: WIDE, session: atInbox }, scenes.settings);

  const windows = [
    { address: 'thirdshelf.example', picture: await camera.take({ size: WINDOW, session: asGuest }, scenes.chat) },
    {
      address: 'chat.thirdshelf.example/inbox',
      picture: await camera.take({ size: WINDOW, session: atInbox }, conversation),
    },
  ];
  await camera.take({ name: 'hero', size: hero.size }, hero.scene(windows));
  await camera.take({ name: 'widget-page', size: WIDE, session: asGuest }, scenes.wholePage);
  await camera.take({ name: 'widget-offline', size: PHONE, session: asGuest }, scenes.offline);
  await camera.take({ name: 'widget-failed', size: PHONE, session: asGuest }, scenes.failed);
  // Last, for it begins a conversation that the others do not show.
  const shelf = await camera.take({ size: WINDOW }, scenes.demo);
  await camera.take({ name: 'widget-viewer', size: WIDE }, scenes.viewer(shelf));
}
