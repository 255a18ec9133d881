import type { Command } from './shortcuts.js';

/** Fired by whatever a pointer can press; does the same as the command's key. */
export class CommandEvent extends Event {
  static readonly type = 'inbox-command';

  constructor(readonly command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'inbox-command': CommandEvent;
  }
}
