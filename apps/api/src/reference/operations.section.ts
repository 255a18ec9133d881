import { errorCodes, type Operation, operations, type RouteName, routes } from '@porchlight/protocol';
import { errorsOf } from './errors-of.js';
import { referenced } from './example.js';
import { type Field, fieldList, fieldsOf, typeOf } from './fields.js';
import { type Group, groupOf, groups } from './groups.js';
import { type Html, html, sentence } from './html.js';
import type { OpenApiDocument, OpenApiOperation } from './openapi.document.js';
import { answerOf, curlOf, sampleBlock } from './samples.js';
import type { JsonSchema } from './shared-schemas.js';

/** Where a group stands on the page. */
export const anchorOf = (group: Group): string => group.toLowerCase();

/** The operations of a group, in the order of {@link groupOf}. */
export function operationsOf(group: Group): RouteName[] {
  return (Object.keys(groupOf) as RouteName[]).filter((name) => groupOf[name] === group);
}

/** `createMessage` as people read it: "Create message". */
export function titleOf(name: RouteName): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ i$/, ' I');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A chapter: what the group is, an index of it, and each of its operations. */
export function groupSection(group: Group, document: OpenApiDocument): Html {
  const names = operationsOf(group);
  return html`
<section id="${anchorOf(group)}" class="group">
<div class="split">
<div><h2>${group}</h2><p>${groups[group]}</p></div>
<ul class="index">${names.map(
    (name) => html`<li><a href="#${name}">${place(name)}</a></li>
`,
  )}</ul>
</div>
${names.map((name) => operationSection(name, document))}
</section>
`;
}

function place(name: RouteName): Html {
  const { method, path } = routes[name];
  const parts = path.split(/(\{\w+\})/).map((part, index) => (index % 2 ? html`<i>${part}</i>` : html`${part}`));
  return html`<code class="place"><b class="${method.toLowerCase()}">${method}</b> ${parts}</code>`;
}

function operationSection(name: RouteName, document: OpenApiDocument): Html {
  const { method, path } = routes[name];
  const described = document.paths[path]?.[method.toLowerCase()] as OpenApiOperation;
  const operation: Operation = operations[name];
  const answer = answerOf(described, document);
  return html`
<article id="${name}" class="split">
<div>
<h3><a href="#${name}">${titleOf(name)}</a></h3>
<p>${place(name)}</p>
<p>${sentence(operation.summary)}</p>
<p class="who">${operation.who.map((caller) => html`<a href="#callers">${caller}</a> `)}</p>
${parameters('In the path', described, 'path')}
${parameters('Query', described, 'query')}
${parameters('Headers', described, 'header')}
${bodyFields(described, document)}
<h4>Answers</h4>
<ul class="answers">${answers(described, operation)}</ul>
<p class="failures">${errorsOf(operation).map((code) => html`<a href="#errors">${errorCodes[code].status} <code>${code}</code></a> `)}</p>
</div>
<div class="samples">
${sampleBlock('Request', curlOf(described, operation, document))}
${answer !== undefined && sampleBlock('Answer', answer)}
</div>
</article>
`;
}

function parameters(title: string, { parameters = [] }: OpenApiOperation, place: 'path' | 'query' | 'header'): Html {
  const fields: Field[] = parameters.filter((parameter) => parameter.in === place);
  return fields.length === 0
    ? html``
    : html`<h4>${title}</h4>${fieldList(fields, place === 'path' ? 'neither' : 'required')}`;
}

function bodyFields({ requestBody }: OpenApiOperation, { components }: OpenApiDocument): Html {
  const { schema } = Object.values(requestBody?.content ?? {})[0] ?? {};
  if (!schema) return html``;
  const name = referenced(schema);
  const fields = fieldsOf((name === undefined ? schema : components.schemas[name]) as JsonSchema);
  return html`<h4>Body</h4>${fields.length > 0 ? fieldList(fields, 'required') : html`<p>Nothing, or an empty object.</p>`}`;
}

function answers({ responses }: OpenApiOperation, { replies }: Operation): Html[] {
  return Object.keys(replies).map((status) => {
    const answer = responses[status];
    const content = answer?.content ?? {};
    const json = content['application/json'];
    const what = json ? typeOf(json.schema) : html`${Object.keys(content)[0] ?? 'no body'}`;
    return html`<li><b>${status}</b> ${what} <span class="meaning">${answer?.description}</span></li>
`;
  });
}
