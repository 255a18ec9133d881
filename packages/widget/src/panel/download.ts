/** For so long the browser may take to fetch a file from us, in milliseconds. */
const KEPT_MS = 60_000;

/** Gives the visitor a JSON file. A `blob:` link that is followed is a download, which no fetch directive forbids. */
export function download(name: string, data: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, undefined, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
