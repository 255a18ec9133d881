import type { TemplateResult } from 'lit';
import { html, LitElement, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base.styles.js';
import { fileName } from './file-name-view.js';
import { formatSize } from './file-size.js';
import type { FileStrings } from './file-words.js';
import { fileStyles } from './files.styles.js';
import * as icons from './icons.js';
import { uploadTrayStyles } from './upload-tray.styles.js';
import type { UploadItem, Uploads } from './uploads.js';

/** Length of the ring that shows how far an upload is. */
const AROUND = 2 * Math.PI * 10;
/** Side of a preview, in pixels of a fine screen. */
const PREVIEW = 96;

/** A file is to be taken out. */
export class RemoveFileEvent extends Event {
  static readonly type = 'chat-remove-file';

  constructor(readonly key: number) {
    super(RemoveFileEvent.type, { bubbles: true });
  }
}

/**
 * The files that go with the next message: what they are, how far they are, and why one cannot go.
 *
 * @fires chat-remove-file
 */
export class UploadTray extends LitElement {
  static override styles = [base, fileStyles, uploadTrayStyles];

  static override properties = {
    items: { attribute: false },
    maxBytes: { attribute: false },
    strings: { attribute: false },
    locale: { attribute: false },
    said: { state: true },
  };

  declare items: readonly UploadItem[];
  declare maxBytes: number;
  declare strings: FileStrings;
  declare locale: string;
  /** What assistive technology hears. */
  declare private said: string;

  constructor() {
    super();
    this.items = [];
    this.maxBytes = 0;
    this.locale = 'en';
    this.said = '';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('items')) return;
    const before = new Map(
      (changed.get('items') as readonly UploadItem[] | undefined)?.map((item) => [item.key, item]),
    );
    const settled = this.items.find(({ key, status }) => status !== 'uploading' && before.get(key)?.status !== status);
    if (!settled) return;
    const { name } = settled.file;
    this.said = settled.status === 'ready' ? this.strings.ready(name) : `${name}: ${this.#reason(settled)}`;
  }

  protected override render(): TemplateResult {
    return html`<ul aria-label=${this.strings.tray}>
        ${repeat(
          this.items,
          ({ key }) => key,
          (item) => this.#item(item),
        )}
      </ul>
      <div class="visually-hidden" role="status">${this.said}</div>`;
  }

  protected override updated(): void {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const item = this.items.find(({ key }) => key === Number(canvas.dataset['key']));
      if (item && !canvas.dataset['drawn']) {
        canvas.dataset['drawn'] = 'true';
        void draw(item, canvas);
      }
    }
  }

  #item(item: UploadItem): TemplateResult {
    const { file, key, status } = item;
    const { strings } = this;
    return html`<li class=${status}>
      <span class="preview">
        <span class="sign">${status === 'refused' ? icons.alert : icons.file}</span>
        ${file.type.startsWith('image/') && status !== 'refused' ? html`<canvas data-key=${key} width=${PREVIEW} height=${PREVIEW} aria-hidden="true"></canvas>` : nothing}
        ${status === 'uploading' ? this.#ring(item) : nothing}
      </span>
      <span class="about">
        ${fileName(file.name)}
        <span class="muted reason">${status === 'refused' ? this.#reason(item) : formatSize(file.size, this.locale)}</span>
      </span>
      <button class="remove" aria-label=${strings.remove(file.name)} title=${strings.remove(file.name)} @click=${() => this.dispatchEvent(new RemoveFileEvent(key))}>
        ${icons.close}
      </button>
    </li>`;
  }

  #ring({ file, progress }: UploadItem): TemplateResult {
    const percent = Math.round(progress * 100);
    return html`<svg class="ring" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" role="progressbar" aria-label=${this.strings.uploading(file.name, percent)} aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
      ${svg`<circle class="way" cx="12" cy="12" r="10" /><circle class="done" cx="12" cy="12" r="10" stroke-dasharray="${progress * AROUND} ${AROUND}" />`}
    </svg>`;
  }

  #reason({ code = '' }: UploadItem): string {
    return this.strings.refused(code, formatSize(this.maxBytes, this.locale));
  }
}

/** Draws a picture, most often one on this device. The policies of pages allow no addresses for such, but a canvas needs none. */
async function draw({ file, attachment }: UploadItem, canvas: HTMLCanvasElement): Promise<void> {
  try {
    const picture = file instanceof File ? file : await (await fetch(attachment?.url ?? '')).blob();
    const bitmap = await createImageBitmap(picture);
    const scale = PREVIEW / Math.min(bitmap.width, bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, (PREVIEW - width) / 2, (PREVIEW - height) / 2, width, height);
    bitmap.close();
  } catch {
    // What cannot be drawn keeps the sign of a file.
    canvas.hidden = true;
  }
}

/** Shows what is on its way; nothing while there is none. */
export function uploadTray(uploads: Uploads, strings: FileStrings, locale: string): TemplateResult | typeof nothing {
  if (uploads.items.length === 0) return nothing;
  return html`<chat-upload-tray
    .items=${uploads.items}
    .maxBytes=${uploads.maxBytes}
    .strings=${strings}
    .locale=${locale}
    @chat-remove-file=${({ key }: RemoveFileEvent) => uploads.remove(key)}
  ></chat-upload-tray>`;
}

/** Defines `<chat-upload-tray>`, unless the name is taken. */
export function defineUploadTray(): void {
  if (!customElements.get('chat-upload-tray')) customElements.define('chat-upload-tray', UploadTray);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-upload-tray': UploadTray;
  }
}
