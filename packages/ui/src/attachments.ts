import type { Attachment } from '@porchlight/protocol';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { attachmentsStyles } from './attachments.styles.js';
import { base } from './base.styles.js';
import { fileKind, fileName } from './file-name-view.js';
import { formatSize } from './file-size.js';
import type { FileStrings } from './file-words.js';
import { fileStyles } from './files.styles.js';
import * as icons from './icons.js';

/** The room that a picture alone may take, in pixels. */
const MAX_WIDTH = 280;
const MAX_HEIGHT = 320;
/** What is smaller could not be seen or hit. */
const MIN_SIDE = 64;

/** The files of one message: pictures to look at, everything else to download. */
export class Attachments extends LitElement {
  static override styles = [base, fileStyles, attachmentsStyles];

  static override properties = {
    files: { attribute: false },
    origin: { attribute: false },
    strings: { attribute: false },
    locale: { attribute: false },
  };

  declare files: readonly Attachment[];
  /** The address of the API, which links are below. */
  declare origin: string;
  /** Until they are there, nothing is shown. */
  declare strings: FileStrings | undefined;
  declare locale: string;

  constructor() {
    super();
    this.files = [];
    this.origin = '';
    this.locale = 'en';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings } = this;
    if (!strings) return nothing;
    const pictures = this.files.filter(isPicture);
    const others = this.files.filter((file) => !isPicture(file));
    return html`
      ${
        pictures.length > 0
          ? html`<div class="pictures ${pictures.length > 1 ? 'many' : ''}">
              ${pictures.map((picture, index) => this.#picture(picture, strings, () => void this.#look(pictures, index, strings)))}
            </div>`
          : nothing
      }
      ${others.map((file) => this.#file(file, strings))}
    `;
  }

  /** Width and height are there before the picture is, so that nothing moves when it comes. */
  #picture(picture: Attachment, strings: FileStrings, look: () => void): TemplateResult {
    const { width = 1, height = 1, name, url } = picture;
    const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height);
    const side = (length: number) => Math.max(MIN_SIDE, Math.round(length * scale));
    return html`<button class="picture" aria-label=${strings.open(name)} @click=${look}>
      <img
        src=${this.origin + url}
        width=${side(width)}
        height=${side(height)}
        alt=${name}
        loading="lazy"
        decoding="async"
        draggable="false"
      />
    </button>`;
  }

  #file({ name, size, url }: Attachment, strings: FileStrings): TemplateResult {
    return html`<a class="file" href=${this.origin + url} download=${name}>
      <span class="sign">${icons.file}</span>
      <span class="visually-hidden">${strings.download(name)}</span>
      <span class="about"><div aria-hidden="true">${fileName(name)}</div><span class="muted">${fileKind(name) ?? strings.file} · ${formatSize(size, this.locale)}</span></span>
      ${icons.download}
    </a>`;
  }

  async #look(pictures: readonly Attachment[], index: number, strings: FileStrings): Promise<void> {
    const { PictureViewer, definePictureViewer } = await import('./picture-viewer.js');
    definePictureViewer();
    PictureViewer.show(this.renderRoot, { pictures, index, origin: this.origin, strings });
  }
}

/** Only what the server has drawn anew has a size. */
export function isPicture({ width, height }: Attachment): boolean {
  return width !== undefined && height !== undefined;
}

/** Defines `<chat-attachments>`, unless the name is taken. */
export function defineAttachments(): void {
  if (!customElements.get('chat-attachments')) customElements.define('chat-attachments', Attachments);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-attachments': Attachments;
  }
}
