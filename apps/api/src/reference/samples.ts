import { type Operation, routes } from '@porchlight/protocol';
import { exampleOf } from './example.js';
import { type Html, html } from './html.js';
import type { OpenApiDocument, OpenApiOperation } from './openapi.document.js';

/** The call as one would type it, with the address in `$API` and the credential in `$TOKEN`. */
export function curlOf(operation: OpenApiOperation, { who }: Operation, { components }: OpenApiDocument): string {
  const { method, path } = routes[operation.operationId];
  const stream = 'text/event-stream' in (operation.responses[200]?.content ?? {});
  const body = operation.requestBody?.required && operation.requestBody.content['application/json']?.schema;
  const upload = 'multipart/form-data' in (operation.requestBody?.content ?? {});
  const flags = `${stream ? ' -N' : ''}${method === 'GET' || upload ? '' : ` -X ${method}`}`;
  const lines = [`curl${flags} "$API${filled(path)}"`];
  if (!who.includes('anyone')) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (upload) lines.push("-F 'file=@vase.jpg'");
  if (body) {
    lines.push("-H 'Content-Type: application/json'");
    lines.push(`-d '${printed(exampleOf(body, components.schemas)).replaceAll("'", String.raw`'\''`)}'`);
  }
  return lines.join(' \\\n  ');
}

/** Parameters as shell variables, which keeps a long id from pushing the rest out of sight. */
const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);

/** What the first successful answer looks like; `undefined` if it has no body. */
export function answerOf({ responses }: OpenApiOperation, { components }: OpenApiDocument): string | undefined {
  const schema = Object.values(responses)
    .map((answer) => answer.content?.['application/json']?.schema)
    .find(Boolean);
  return schema && printed(exampleOf(schema, components.schemas));
}

const printed = (value: unknown): string => JSON.stringify(value, null, 2);

/** A sample to read: comments, field names and strings told apart, the rest as it is. */
export function sampleBlock(title: string, text: string, lines: 'scrolled' | 'wrapped' = 'scrolled'): Html {
  const tokens = text.split(/(#.*|"(?:[^"\\]|\\.)*":?)/);
  const parts = tokens.map((token, index) => {
    if (index % 2 === 0) return html`${token}`;
    return html`<span class="${token.startsWith('#') ? 'comment' : token.endsWith(':') ? 'key' : 'string'}">${token}</span>`;
  });
  return html`<figure class="sample ${lines}"><figcaption>${title}</figcaption><pre tabindex="0"><code>${parts}</code></pre></figure>
`;
}
