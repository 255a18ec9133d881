/**
 * Writes what editors complete from, out of the manifest: custom data for VS Code (HTML and CSS) and web-types for
 * JetBrains.
 */
import { readFile, writeFile } from 'node:fs/promises';

const read = async (path) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'));
const write = (name, value) =>
  writeFile(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);

const { name, version } = await read('../package.json');
const { modules } = await read('../dist/custom-elements.json');
const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);

/** The values that a type allows, where it lists them. */
const valuesOf = ({ type }) => [...type.text.matchAll(/'([^']+)'/g)].map(([, value]) => value);
const describe = ({ description = '', default: value }) => (value ? `${description} Default: ${value}.` : description);

await write('vscode.html-custom-data.json', {
  version: 1.1,
  tags: [
    {
      name: element.tagName,
      description: element.description,
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: describe(attribute),
        ...(attribute.type.text === 'boolean' && { valueSet: 'v' }),
        ...(valuesOf(attribute).length > 0 && { values: valuesOf(attribute).map((value) => ({ name: value })) }),
      })),
    },
  ],
});

await write('vscode.css-custom-data.json', {
  version: 1.1,
  properties: element.cssProperties.map((property) => ({ name: property.name, description: describe(property) })),
});

await write('web-types.json', {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: element.tagName,
          description: element.description,
          attributes: element.attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            ...(attribute.default && { default: attribute.default }),
            value: { type: attribute.type.text },
          })),
          slots: element.slots.map((slot) => ({ name: slot.name, description: slot.description })),
          js: {
            properties: element.members
              .filter(({ kind }) => kind === 'field')
              .map((field) => ({
                name: field.name,
                description: field.description,
                type: field.type.text,
                ...(field.readonly && { 'read-only': true }),
              })),
            events: element.events.map((event) => ({ name: event.name, description: event.description })),
          },
          css: {
            properties: element.cssProperties.map((property) => ({
              name: property.name,
              description: describe(property),
            })),
            parts: element.cssParts.map((part) => ({ name: part.name, description: part.description })),
          },
        },
      ],
    },
  },
});
