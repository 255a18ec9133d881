import type { AsyncApiDocument } from './asyncapi.document.js';
import { eventSections, streamGuide } from './events.section.js';
import { type Group, groups } from './groups.js';
import { guide, guideSections } from './guide.section.js';
import { type Html, html } from './html.js';
import type { OpenApiDocument } from './openapi.document.js';
import { anchorOf, groupSection, operationsOf, titleOf } from './operations.section.js';
import { typesSection } from './types.section.js';

/** The readable page: complete HTML, without a script, its one style sheet at `/docs/style.css`. */
export function referencePage(openApi: OpenApiDocument, asyncApi: AsyncApiDocument): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Porchlight API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">To the content</a>
<nav id="contents" aria-label="Contents">${contents()}</nav>
<main id="content">
<header>
<h1>Porchlight API</h1>
<p>Chat over plain HTTP: POST one way, Server-Sent Events the other.</p>
</header>
${guideSections(openApi)}
${groupNames.map((group) => html`${groupSection(group, openApi)}${group === 'Events' && eventSections(asyncApi)}`)}
${typesSection(openApi)}
</main>
<a class="up" href="#contents">Contents</a>
</body>
</html>
`.markup;
}

const groupNames = Object.keys(groups) as Group[];

function contents(): Html {
  return html`<p class="brand"><a href="#content">Porchlight <span>API</span></a></p>
<div class="chapters">
${chapter('Guide', 'begin', Object.entries(guide))}
${groupNames.map((group) => chapter(group, anchorOf(group), entriesOf(group)))}
${chapter('Types', 'types', [])}
</div>`;
}

function entriesOf(group: Group): [string, string][] {
  const operations = operationsOf(group).map((name): [string, string] => [name, titleOf(name)]);
  return group === 'Events' ? [...operations, ...Object.entries(streamGuide)] : operations;
}

function chapter(title: string, anchor: string, entries: [string, string][]): Html {
  const items = entries.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<div><h2><a href="#${anchor}">${title}</a></h2><ul>${items}</ul></div>
`;
}
