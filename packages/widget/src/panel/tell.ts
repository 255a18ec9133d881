import type { ChatClient } from '@porchlight/client';
import type { Note } from '../panel-contract.js';

/** Passes on what the page tells of the visitor. Throws TypeError for what makes no sense. */
export function tell(client: ChatClient, note: Exclude<Note, ['logout']>): void {
  const wanted = note[0] === 'setAttributes' ? 'object' : 'string';
  if (!note[1] || typeof note[1] !== wanted) throw new TypeError(`${note[0]}() takes a ${wanted}`);
  // As they are now, and as they can be sent.
  const copy = JSON.parse(JSON.stringify(note)) as typeof note;
  switch (copy[0]) {
    case 'identify':
      void client.identify(copy[1]);
      break;
    case 'setAttributes':
      client.setAttributes(copy[1]);
      break;
    case 'track': {
      const [, name, data, page, at] = copy;
      const address = /^http/.test(page) ? page.slice(0, 2048) : undefined;
      client.track({ name, data: data ?? undefined, page: address, at });
    }
  }
}
