/** A file that falls beside the conversation must not take the place of the inbox. */
export function keepPage(host: HTMLElement): void {
  for (const type of ['dragover', 'drop'] as const) host.addEventListener(type, refuse);
}

function refuse(event: DragEvent): void {
  const { dataTransfer, defaultPrevented } = event;
  if (defaultPrevented || !dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
}
