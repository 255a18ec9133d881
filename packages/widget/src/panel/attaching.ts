import type { Attachment } from '@porchlight/protocol';
import { FileSources, icons } from '@porchlight/ui';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import type { PanelOptions } from '../panel-contract.js';
import type { Files } from './files.js';
import { Part } from './part.js';
import type { Session } from './session.js';

/** Takes files in. What is done with them is fetched when one comes. */
export class Attaching {
  readonly #files: Part<Files>;
  readonly #sources: FileSources;

  constructor(
    host: LitElement,
    private readonly options: PanelOptions,
    session: Session,
    words: Part<ToolStrings>,
  ) {
    this.#files = new Part(host, async () => {
      const [{ Files }, strings] = await Promise.all([import('./files.js'), words.fetch()]);
      return new Files(host, options, session, strings.files);
    });
    this.#sources = new FileSources(host, {
      take: (files) => this.#with(({ uploads }) => uploads.add(files)),
      dragged: () => this.#with(({ drag }) => drag.held()),
    });
  }

  /** Whether there is something to send. */
  get some(): boolean {
    return this.#files.loaded?.uploads.some ?? false;
  }

  /** Whether sending has to wait. */
  get waiting(): boolean {
    return this.#files.loaded?.uploads.waiting ?? false;
  }

  /** What the message takes along. */
  take(): readonly Attachment[] | undefined {
    return this.#files.loaded?.uploads.take();
  }

  render(): TemplateResult | typeof nothing {
    return this.#files.loaded?.render() ?? nothing;
  }

  button(): TemplateResult {
    const { attach } = this.options.strings;
    return html`<button slot="tools" class="button quiet icon" aria-label=${attach} title=${attach} @click=${() => this.#sources.choose()}>${icons.paperclip}</button>`;
  }

  #with(action: (files: Files) => void): void {
    this.#files.fetch().then(action, () => {});
  }
}
