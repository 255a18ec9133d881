import { defineUploadTray, FileDrag, Uploads, uploadTray } from '@porchlight/ui/files';
import type { FileStrings } from '@porchlight/ui/tool-strings';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelOptions } from '../panel-contract.js';
import type { Session } from './session.js';

/** Until the site has said how large a file may be, in bytes. */
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** The files that go with the next message; fetched with the first one. */
export class Files {
  readonly drag: FileDrag;
  readonly uploads: Uploads;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: PanelOptions,
    session: Session,
    private readonly strings: FileStrings,
  ) {
    defineUploadTray();
    const changed = () => host.requestUpdate();
    this.drag = new FileDrag(changed);
    this.uploads = new Uploads({
      upload: (file, upload) => session.upload(file, upload),
      maxBytes: () => session.client.store.get().site?.limits.attachment ?? DEFAULT_MAX_BYTES,
      changed,
    });
  }

  render(): TemplateResult {
    const { options, strings } = this;
    return html`
      ${this.drag.over ? html`<div class="drop">${strings.drop}</div>` : nothing}
      ${uploadTray(this.uploads, strings, options.locale)}
    `;
  }
}
