import type { LitElement, nothing as Nothing, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { Part } from './part.js';

const isPart = (target: EventTarget) => target instanceof HTMLElement && target.hasAttribute('data-pop-up');

/**
 * Something that opens above the panel from a button and is fetched then. A press elsewhere closes it; both it and its
 * button carry `data-pop-up`.
 */
export class PopUp<Module> {
  open = false;
  readonly #part: Part<Module>;
  #button: HTMLElement | undefined;

  /** `selector`: of the element that takes the focus. */
  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
    load: () => Promise<Module>,
  ) {
    this.#part = new Part(host, load);
    host.addEventListener('pointerdown', (event) => {
      if (this.open && !event.composedPath().some(isPart)) this.#set(false);
    });
  }

  readonly toggle = async (event: Event): Promise<void> => {
    if (this.open) return this.close();
    this.#button = event.currentTarget as HTMLElement;
    this.#set(true);
    try {
      await this.#part.fetch();
      await this.host.updateComplete;
      this.host.renderRoot.querySelector<HTMLElement>(this.selector)?.focus();
    } catch {
      this.#set(false);
    }
  };

  /** Closes it, and gives the focus back to its button. */
  close(): void {
    this.#set(false);
    void this.host.updateComplete.then(() => this.#button?.focus());
  }

  render(view: (module: Module) => TemplateResult): TemplateResult | typeof Nothing {
    const module = this.open ? this.#part.now : undefined;
    return module ? view(module) : nothing;
  }

  #set(open: boolean): void {
    this.open = open;
    this.host.requestUpdate();
  }
}
