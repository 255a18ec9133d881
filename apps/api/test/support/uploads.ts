import type { Attachment, Problem } from '@porchlight/protocol';
import type { Caller } from './http.js';

export interface Uploaded {
  status: number;
  attachment: Attachment;
  problem: Problem;
}

/** Uploads a file as a browser's form would. */
export async function upload(
  { api, token }: Caller,
  content: string | Uint8Array,
  name = 'file',
  type = 'application/octet-stream',
): Promise<Uploaded> {
  const form = new FormData();
  form.append('file', new File([content as Uint8Array<ArrayBuffer>], name, { type }));
  const response = await fetch(`${api}/v1/attachments`, {
    method: 'POST',
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    body: form,
  });
  const body = (await response.json()) as Attachment & Problem;
  return { status: response.status, attachment: body, problem: body };
}

/** Fetches a file by its link, with no credential but that. */
export async function download({ api }: Caller, { url }: { url: string }, query = '') {
  const response = await fetch(`${api}${url}${query}`);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
