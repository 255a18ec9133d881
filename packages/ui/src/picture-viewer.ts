import type { Attachment } from '@porchlight/protocol';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { base } from './base.styles.js';
import { fileName } from './file-name-view.js';
import type { FileStrings } from './file-words.js';
import { fileStyles } from './files.styles.js';
import * as icons from './icons.js';
import { pictureViewerStyles } from './picture-viewer.styles.js';

export interface PicturesShown {
  pictures: readonly Attachment[];
  index: number;
  /** The address of the API, which links are below. */
  origin: string;
  strings: FileStrings;
}

/**
 * Shows pictures as large as the window allows, or as large as they are. Escape closes it, the arrow keys go from one to
 * the next, and the focus returns to where it was.
 */
export class PictureViewer extends LitElement {
  static override styles = [base, fileStyles, pictureViewerStyles];

  static override properties = {
    shown: { attribute: false },
    index: { state: true },
    actual: { state: true },
    broken: { state: true },
  };

  declare shown: PicturesShown;
  declare private index: number;
  /** Whether it is shown in its own size. */
  declare private actual: boolean;
  declare private broken: boolean;

  constructor() {
    super();
    this.index = 0;
    this.actual = false;
    this.broken = false;
  }

  /** Opens a viewer within `root`, whose styles it inherits; it takes itself away when it is closed. */
  static show(root: HTMLElement | DocumentFragment, shown: PicturesShown): void {
    const viewer = document.createElement('chat-picture-viewer');
    viewer.shown = shown;
    viewer.index = shown.index;
    root.append(viewer);
  }

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pictures, origin, strings } = this.shown;
    const picture = pictures[this.index];
    if (!picture) return nothing;
    const { name, url, width, height } = picture;
    const several = pictures.length > 1;
    return html`<dialog aria-label=${strings.viewer} @close=${() => this.remove()} @keydown=${this.#onKeydown}>
      <div class="bar">
        <div class="title">
          ${fileName(name)}
          ${
            several
              ? html`<div class="position" aria-live="polite">${strings.position(this.index + 1, pictures.length)}</div>`
              : nothing
          }
        </div>
        ${this.#control(this.actual ? strings.fit : strings.actualSize, this.actual ? icons.shrink : icons.enlarge, () => this.#zoom())}
        <a class="control" href="${origin}${url}&download=true" download=${name} aria-label=${strings.download(name)} title=${strings.download(name)}>${icons.download}</a>
        ${this.#control(strings.close, icons.close, () => this.#dialog?.close(), 'close')}
      </div>
      <div class="stage">
        <div class="frame ${this.actual ? 'actual' : ''}" tabindex=${this.actual ? 0 : nothing} @click=${this.#onFrame}>
          ${
            this.broken
              ? html`<p role="alert">${strings.broken}</p>`
              : html`<img src=${origin + url} width=${width} height=${height} alt=${name} @error=${() => (this.broken = true)} />`
          }
        </div>
        ${several ? this.#control(strings.previous, icons.chevronLeft, () => this.#step(-1), 'step back') : nothing}
        ${several ? this.#control(strings.next, icons.chevronRight, () => this.#step(1), 'step on') : nothing}
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #control(label: string, icon: TemplateResult, run: () => void, kind = ''): TemplateResult {
    return html`<button class="control ${kind}" aria-label=${label} title=${label} ?autofocus=${kind === 'close'} @click=${run}>${icon}</button>`;
  }

  #zoom(): void {
    this.actual = !this.actual;
  }

  /** A press on the picture changes its size, one beside it closes. */
  #onFrame({ target }: Event): void {
    if (target instanceof HTMLImageElement) this.#zoom();
    else this.#dialog?.close();
  }

  #step(by: number): void {
    const { length } = this.shown.pictures;
    this.index = (this.index + by + length) % length;
    this.actual = false;
    this.broken = false;
  }

  #onKeydown(event: KeyboardEvent): void {
    // What is around it has keys of its own; they rest while a picture is looked at.
    event.stopPropagation();
    const onward = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const back = onward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'Escape') this.#dialog?.close();
    else if (event.key === onward && !this.actual) this.#step(1);
    else if (event.key === back && !this.actual) this.#step(-1);
    else return;
    event.preventDefault();
  }
}

/** Defines `<chat-picture-viewer>`, unless the name is taken. */
export function definePictureViewer(): void {
  if (!customElements.get('chat-picture-viewer')) customElements.define('chat-picture-viewer', PictureViewer);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-picture-viewer': PictureViewer;
  }
}
