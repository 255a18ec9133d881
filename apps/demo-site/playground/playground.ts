import { snippetOf } from './snippet.js';

/** As many as one likes to look back on. */
const HEARD = 8;
const EVENTS = ['ready', 'open', 'close', 'message', 'unread', 'conversation', 'connection', 'error'];
const LENGTHS = ['--chat-radius', '--chat-width', '--chat-height', '--chat-offset-x', '--chat-offset-y'];

type Widget = HTMLElement & Record<string, (text?: string) => void>;

const find = <Found extends Element>(selector: string) => document.querySelector(selector) as Found;
const form = find<HTMLFormElement>('.controls');
const widget = find<Widget>('chat-widget');
const code = find<HTMLElement>('.snippet code');
const heard = find<HTMLOListElement>('.heard ol');
const script = find<HTMLScriptElement>('script[src$="/widget.js"]').src;

type Control = HTMLInputElement | HTMLSelectElement;
const controls = [...form.elements].filter(
  (element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
);

const isChecked = (control: Control) => control instanceof HTMLInputElement && control.type === 'checkbox';
const isDefault = (control: Control) =>
  control instanceof HTMLInputElement
    ? control.value === control.defaultValue && control.checked === control.defaultChecked
    : control.selectedIndex === 0;

/** Puts what the form says onto the element, and into the lines to take home. */
function apply(): void {
  const attributes: [name: string, value: string][] = [];
  const properties: [name: string, value: string][] = [];
  for (const control of controls) {
    const { name } = control;
    if (name.startsWith('--')) {
      const value = LENGTHS.includes(name) ? `${control.value}px` : control.value;
      if (isDefault(control)) widget.style.removeProperty(name);
      else {
        widget.style.setProperty(name, value);
        properties.push([name, value]);
      }
    } else if (isChecked(control)) {
      const { checked } = control as HTMLInputElement;
      widget.toggleAttribute(name, checked);
      if (checked) attributes.push([name, '']);
    } else if (control.value.trim()) {
      widget.setAttribute(name, control.value.trim());
      attributes.push([name, control.value.trim()]);
    } else {
      widget.removeAttribute(name);
    }
  }
  code.textContent = snippetOf(script, attributes, properties);
}

form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields are back at their defaults only after the event.
form.addEventListener('reset', () => setTimeout(apply));
form.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || !target.name) return;
  widget[target.name]?.(target.value || undefined);
});

find<HTMLButtonElement>('.copy').addEventListener('click', async () => {
  const status = find<HTMLElement>('.copied');
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    status.textContent = 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(code);
    status.textContent = 'Your browser does not let pages copy. The lines are selected.';
  }
});

for (const name of EVENTS) {
  document.addEventListener(`chat-${name}`, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    const line = document.createElement('li');
    const type = document.createElement('code');
    type.textContent = event.type;
    line.append(type, detail ? ` ${JSON.stringify(detail)}` : '');
    heard.prepend(line);
    while (heard.children.length > HEARD) heard.lastElementChild?.remove();
    if (event.type === 'chat-open' || event.type === 'chat-close') {
      const open = form.querySelector<HTMLInputElement>('input[name=open]');
      if (open) open.checked = widget.hasAttribute('open');
      apply();
    }
  });
}

apply();
