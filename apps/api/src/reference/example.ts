import type { JsonSchema } from './shared-schemas.js';

const PREFIX = '#/components/schemas/';

/** The shared schema that a reference names. */
export const referenced = ({ $ref }: JsonSchema): string | undefined => $ref?.slice(PREFIX.length);

/**
 * A value that a schema would take and a reader understands: the schema's own example where it has one. Of an object,
 * what is required; if nothing is, its first two fields.
 */
export function exampleOf(schema: JsonSchema, components: Record<string, JsonSchema>): unknown {
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const next = referenceTo(schema, components) ?? firstOf(schema);
  if (next) return exampleOf(next, components);
  if (schema.type === 'object') {
    const fields = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 2);
    return Object.fromEntries(
      fields.map((field) => [field, exampleOf(schema.properties?.[field] as JsonSchema, components)]),
    );
  }
  if (schema.type === 'array') return [exampleOf(schema.items as JsonSchema, components)];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0;
  return schema.type === 'boolean' ? false : 'text';
}

function referenceTo(schema: JsonSchema, components: Record<string, JsonSchema>): JsonSchema | undefined {
  const name = referenced(schema);
  return name === undefined ? undefined : components[name];
}

function firstOf(schema: JsonSchema): JsonSchema | undefined {
  return (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.[0] as JsonSchema | undefined;
}
