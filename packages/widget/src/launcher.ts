/** Above this the badge shows it with a plus sign. */
const MOST = 99;

/**
 * The button that stands in the corner of the page. Made node by node: pages may forbid HTML from strings. What it shows
 * is drawn by the style sheet.
 */
export class Launcher {
  readonly button = document.createElement('button');
  readonly #badge = document.createElement('span');

  constructor(onClick: () => void, onIntent: () => void) {
    const { button } = this;
    button.type = 'button';
    button.part = button.className = 'launcher';
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', onClick);
    button.addEventListener('pointerenter', onIntent);
    button.addEventListener('focus', onIntent);

    const icon = document.createElement('slot');
    icon.name = 'launcher-icon';
    for (const name of ['mark', 'cross']) {
      const shape = document.createElement('i');
      shape.className = name;
      icon.append(shape);
    }
    this.#badge.part = this.#badge.className = 'badge';
    button.append(icon, this.#badge);
  }

  /** `unread`: for the badge; 0 for none. */
  show(label: string, open: boolean, unread: number): void {
    this.button.setAttribute('aria-label', label);
    this.button.setAttribute('aria-expanded', `${open}`);
    this.button.toggleAttribute('data-unread', unread > 0);
    this.#badge.textContent = unread > MOST ? `${MOST}+` : `${unread}`;
  }
}
