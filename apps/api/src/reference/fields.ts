import { referenced } from './example.js';
import { type Html, html, sentence } from './html.js';
import type { JsonSchema } from './shared-schemas.js';

/** A schema's type in a word or two, with links to the shared ones. */
export function typeOf(schema: JsonSchema): Html {
  const name = referenced(schema);
  if (name !== undefined) return html`<a href="#${name}">${name}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) return html`${joined(schema.enum.map((value) => html`<code>${String(value)}</code>`))}`;
  const alternatives = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (alternatives) return html`${joined(alternatives.map(typeOf))}`;
  if (schema.allOf) return typeOf(schema.allOf[0] as JsonSchema);
  if (schema.type === 'array') return html`list of ${typeOf(schema.items as JsonSchema)}`;
  const { type } = schema;
  return html`${schema.format ? (formats[schema.format] ?? type) : type}`;
}

const formats: Record<string, string> = { uuid: 'id', 'date-time': 'time', email: 'e-mail', uri: 'address' };

const joined = (items: Html[]): Html[] => items.map((item, index) => (index ? html` or ${item}` : item));

/** What a value must be besides its type, as short words. */
function boundsOf({ type, minimum, maximum, minLength, maxLength, maxItems }: JsonSchema): string | undefined {
  if (maxLength !== undefined) return `${minLength ? `${minLength} to` : 'at most'} ${number(maxLength)} characters`;
  if (maxItems !== undefined) return `at most ${maxItems}`;
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) return `${minimum ?? 0} to ${number(maximum)}`;
  if (type === 'integer' && minimum) return `from ${minimum}`;
  return undefined;
}

const number = (value: number): string => value.toLocaleString('en');

/** One named value: a field of an object, or a parameter. */
export interface Field {
  name: string;
  required: boolean;
  description?: string | undefined;
  schema: JsonSchema;
}

/** The fields of an object, in the order of the schema. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema): Field[] {
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    description: (field as JsonSchema).description,
    schema: field as JsonSchema,
  }));
}

/** A list of fields, the fields of plain objects within them below. `mark` says which kind is worth a word. */
export function fieldList(fields: Field[], mark: 'required' | 'optional' | 'neither'): Html {
  return html`<dl class="fields">${fields.map((field) => fieldItem(field, mark))}</dl>`;
}

function fieldItem({ name, required, description, schema }: Field, mark: 'required' | 'optional' | 'neither'): Html {
  const inner = schema.type === 'array' ? (schema.items as JsonSchema) : schema;
  const children = inner.type === 'object' && inner.properties ? fieldsOf(inner) : [];
  const bounds = boundsOf(schema);
  return html`<div>
<dt><code>${name}</code> <span class="type">${typeOf(schema)}${bounds !== undefined && html` · ${bounds}`}</span>${mark === (required ? 'required' : 'optional') && html` <span class="mark">${mark}</span>`}</dt>
<dd>${description !== undefined && sentence(description)}${children.length > 0 && fieldList(children, mark)}</dd>
</div>
`;
}
