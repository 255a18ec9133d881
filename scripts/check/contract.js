import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { command } from './command.js';

const DOCUMENT = 'docs/protocol.md';

/**
 * The contract as people read it names what the contract as programs read it has: every route, event and error code, and no
 * other. The protocol package must have been built.
 *
 * @type {import('./command.js').Check}
 */
export async function contract(root) {
  const built = pathToFileURL(`${root}/packages/protocol/dist/index.js`).href;
  const { routes, errorCodes, durableEvent, transientEvent } = await import(built);
  const text = readFileSync(`${root}/${DOCUMENT}`, 'utf8');
  const named = (/** @type {RegExp} */ form) => [...text.matchAll(form)].map((match) => match.slice(1).join(' '));

  const eventRows = named(/^\| ((?:`[\w.]+`(?:, )?)+) \| (?:yes|no)/gm).join(' ');
  const events = [...durableEvent.options, ...transientEvent.options].map((option) => option.shape.type.value);
  return [
    ...differences(
      'route',
      named(/^\| ((?:GET|POST|PUT|PATCH|DELETE) \/\S+) \|/gm),
      Object.values(routes).map(({ method, path }) => `${method} ${path.replace(/^\/v1/, '')}`),
    ),
    ...differences('event', [...eventRows.matchAll(/[\w.]+/g)].map(String), events),
    ...differences(
      'error',
      named(/^\| (\d{3}) \| `(\w+)` \|/gm),
      Object.entries(errorCodes).map(([code, { status }]) => `${status} ${code}`),
    ),
  ];
}

/** @type {(kind: string, written: string[], real: string[]) => string[]} */
function differences(kind, written, real) {
  return [
    ...real.filter((name) => !written.includes(name)).map((name) => `${DOCUMENT}: lacks the ${kind} ${name}`),
    ...written.filter((name) => !real.includes(name)).map((name) => `${DOCUMENT}: there is no ${kind} ${name}`),
  ];
}

await command(import.meta.url, contract);
