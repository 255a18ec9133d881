export interface FileSourcesOptions {
  /** Files have come. */
  take(files: readonly File[]): void;
  /** Files are held above; told again and again as long as they are. */
  dragged(): void;
}

/** The ways by which files come to a part of a page: they are chosen, dropped and pasted. */
export class FileSources {
  constructor(
    host: EventTarget,
    private readonly options: FileSourcesOptions,
  ) {
    for (const type of ['dragover', 'drop', 'paste'])
      host.addEventListener(type, (event) => this.#bring(event as DragEvent | ClipboardEvent));
  }

  /** Lets the reader choose. */
  choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.onchange = () => this.options.take([...(input.files ?? [])]);
    input.click();
  }

  #bring(event: DragEvent | ClipboardEvent): void {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    // A text that is copied may bring a picture of itself.
    if (!data?.types.includes('Files') || ('clipboardData' in event && data.types.includes('text/plain'))) return;
    event.preventDefault();
    if (event.type === 'dragover') this.options.dragged();
    else this.options.take([...data.files]);
  }
}
