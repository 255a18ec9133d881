import { referenced } from './example.js';
import { fieldList, fieldsOf } from './fields.js';
import { type Html, html } from './html.js';
import type { OpenApiDocument } from './openapi.document.js';
import type { JsonSchema } from './shared-schemas.js';

/** Described where they are used, rather than among the types. */
const elsewhere = ['Problem', 'DurableEvent', 'TransientEvent'];

/** The names of the types that answers and events are made of, in reading order. */
export function typesOf({ paths, components }: OpenApiDocument): string[] {
  const bodies = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .map(({ requestBody }) => referenced(requestBody?.content['application/json']?.schema ?? {}));
  return Object.keys(components.schemas)
    .filter((name) => !elsewhere.includes(name) && !bodies.includes(name))
    .toSorted();
}

/** Every type with its fields. */
export function typesSection(document: OpenApiDocument): Html {
  return html`
<section id="types">
<h2>Types</h2>
<p>What answers and events are made of. There may be more fields one day; ignore those you do not know.</p>
<div class="types">${typesOf(document).map((name) => typeArticle(name, document.components.schemas[name] as JsonSchema))}</div>
</section>
`;
}

function typeArticle(name: string, schema: JsonSchema): Html {
  return html`<article id="${name}"><h3><a href="#${name}">${name}</a></h3>${schema.description !== undefined && html`<p>${schema.description}</p>`}${fieldList(fieldsOf(schema), 'optional')}</article>
`;
}
