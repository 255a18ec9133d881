import { z } from 'zod';

/** JSON Schema, in the two dialects that the documents want. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What a document keeps under `#/components/schemas`: every schema that has an id, once. */
export class SharedSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** @param dialect OpenAPI 3.1 speaks `draft-2020-12`, AsyncAPI 3.0 `draft-7`. */
  constructor(private readonly dialect: 'draft-2020-12' | 'draft-7') {}

  /** The JSON Schema of what travels, with references to the components instead of the shared parts. */
  of(schema: z.ZodType): JsonSchema {
    // What travels is the input side, for replies too: a transform happens after it has arrived.
    const own = z.toJSONSchema(schema, { io: 'input', target: this.dialect, override: dropFormatPatterns });
    const keyword = this.dialect === 'draft-7' ? 'definitions' : '$defs';
    const moved = JSON.stringify(own).replaceAll(`"$ref":"#/${keyword}/`, '"$ref":"#/components/schemas/');
    const { $schema: _, [keyword]: parts, ...rest } = JSON.parse(moved) as JsonSchema;
    Object.assign(this.components, parts);
    return rest;
  }
}

/** Where a format says it all, the pattern that zod adds is noise of several hundred characters. */
function dropFormatPatterns({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
}
