import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Command } from './shortcuts.js';
import { commandOf } from './shortcuts.js';

/** Turns key presses anywhere on the page into commands, and leaves to fields, controls and open dialogs what is theirs. */
export class Keyboard implements ReactiveController {
  /**
   * @param run does a command; false says that commands mean nothing now
   * @param leaveField gives the focus to something else than the field in which Escape was pressed
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly run: (command: Command) => boolean,
    private readonly leaveField: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command || event.defaultPrevented) return;
    const path = event.composedPath();
    const dialog = path.find((node) => node instanceof HTMLDialogElement);
    if (dialog?.open) return;
    // A dialog that has just closed may keep the focus until the next frame. What is pressed meanwhile is meant for the page.
    const target = dialog ? document.body : path[0];
    if (target instanceof HTMLElement && isField(target)) {
      if (command === 'leave') this.leaveField();
      else if (command === 'palette' && this.run(command)) event.preventDefault();
      return;
    }
    // Enter on a link or a button does what it is there for.
    if (event.key === 'Enter' && target !== document.body) return;
    if (this.run(command)) event.preventDefault();
  };
}

function isField(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches('input, textarea, select');
}
