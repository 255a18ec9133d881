/** The words of what shows and takes files. Functions where a language may inflect. */
export interface FileStrings {
  /** Name of the files that are about to be sent, for assistive technology. */
  tray: string;
  drop: string;
  remove(name: string): string;
  uploading(name: string, percent: number): string;
  ready(name: string): string;
  /** Why a file was refused, for a code of the API, `too_many` or `network`; `limit` is a size such as `10 MB`. */
  refused(code: string, limit: string): string;
  open(name: string): string;
  download(name: string): string;
  /** What a file is whose name does not say so. */
  file: string;
  viewer: string;
  close: string;
  previous: string;
  next: string;
  fit: string;
  actualSize: string;
  position(index: number, count: number): string;
  broken: string;
}

export const englishFiles: FileStrings = {
  tray: 'Files to send',
  drop: 'Drop files to attach them',
  remove: (name) => `Remove ${name}`,
  uploading: (name, percent) => `Uploading ${name}, ${percent}%`,
  ready: (name) => `${name} is ready to send`,
  refused(code, limit) {
    switch (code) {
      case 'too_large':
        return `Larger than ${limit}`;
      case 'too_many_pixels':
        return 'The picture has too many pixels';
      case 'too_many':
        return 'Too many files for one message';
      case 'empty':
        return 'The file is empty';
      case 'unsupported_media_type':
        return 'Send pictures as JPEG or PNG';
      case 'unreadable_picture':
        return 'The picture cannot be read';
      case 'rate_limited':
        return 'Too many files at once. Try again in a minute';
      case 'network':
        return 'No connection';
      default:
        return 'The file was not accepted';
    }
  },
  open: (name) => `Open ${name}`,
  download: (name) => `Download ${name}`,
  file: 'File',
  viewer: 'Picture',
  close: 'Close',
  previous: 'Previous picture',
  next: 'Next picture',
  fit: 'Fit to window',
  actualSize: 'Actual size',
  position: (index, count) => `${index} of ${count}`,
  broken: 'The picture cannot be shown',
};
