import {
  errorCodes,
  type Operation,
  operations,
  PROBLEM_MEDIA_TYPE,
  problem,
  type RouteName,
  routes,
} from '@porchlight/protocol';
import type { z } from 'zod';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { errorsOf } from './errors-of.js';
import { groupOf, groups } from './groups.js';
import { schemes, securityOf } from './security.js';
import { type JsonSchema, SharedSchemas } from './shared-schemas.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

type Content = Record<string, { schema: JsonSchema }>;

interface Answer {
  description: string;
  headers?: Record<string, unknown>;
  content?: Content;
}

/** An operation of the document, as far as the readable page looks into it. */
export interface OpenApiOperation {
  operationId: RouteName;
  summary: string;
  tags: string[];
  security: Record<string, []>[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Answer>;
}

/** The parts of the document that the readable page looks into. */
export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object };
  [other: string]: unknown;
}

const headers = {
  etag: { description: 'Names this version of the answer (RFC 9110 section 8.8.3).', schema: { type: 'string' } },
  retryAfter: {
    description: 'Try again after this many seconds (RFC 9110 section 10.2.3).',
    schema: { type: 'integer', minimum: 0 },
  },
} as const;

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(): OpenApiDocument {
  const schemas = new SharedSchemas('draft-2020-12');
  const problemSchema = schemas.of(problem);
  const paths: OpenApiDocument['paths'] = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: describe(name, operations[name], schemas, problemSchema),
    };
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Porchlight',
      version: '1',
      summary: 'Chat for websites that their owners host themselves.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where this document came from.' }],
    tags: Object.entries(groups).map(([group, description]) => ({ name: group, description })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        visitorToken: { type: 'http', scheme: 'bearer', description: schemes.visitorToken },
        agentToken: { type: 'http', scheme: 'bearer', description: schemes.agentToken },
        agentSession: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: schemes.agentSession },
      },
    },
  };
}

function describe(
  name: RouteName,
  operation: Operation,
  schemas: SharedSchemas,
  problemSchema: JsonSchema,
): OpenApiOperation {
  const parameters = parametersOf(operation, schemas);
  return {
    operationId: name,
    summary: operation.summary,
    tags: [groupOf[name]],
    security: securityOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body && {
      requestBody: {
        required: !operation.body.safeParse(undefined).success,
        content: { [mediaTypeOf(operation.body)]: { schema: schemas.of(operation.body) } },
      },
    }),
    responses: { ...successesOf(operation, schemas), ...failuresOf(operation, problemSchema) },
  };
}

function parametersOf({ params, query, replies }: Operation, schemas: SharedSchemas): Parameter[] {
  const header = (header: string, description: string): Parameter => ({
    name: header,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  return [
    ...fieldsOf('path', params && schemas.of(params)),
    ...fieldsOf('query', query && schemas.of(query)),
    ...(304 in replies ? [header('If-None-Match', 'An `ETag`; answers 304 if it is still the one.')] : []),
    ...(Object.values(replies).some(isStream)
      ? [header('Last-Event-ID', 'The cursor to resume after, as browsers send it by themselves (RS1).')]
      : []),
  ];
}

function fieldsOf(place: 'path' | 'query', schema: JsonSchema | undefined): Parameter[] {
  return Object.entries(schema?.properties ?? {}).map(([name, field]) => {
    const { description, ...rest } = field as JsonSchema;
    return {
      name,
      in: place,
      required: place === 'path' || (schema?.required ?? []).includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

const isStream = (reply: Operation['replies'][number]): boolean =>
  reply !== null && reply !== undefined && mediaTypeOf(reply) === 'text/event-stream';

/** JSON, unless the schema says otherwise. */
const mediaTypeOf = (schema: z.ZodType): string => String(schema.meta()?.['contentMediaType'] ?? 'application/json');

function successesOf({ replies }: Operation, schemas: SharedSchemas): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const [status, reply] of Object.entries(replies)) {
    answers[status] = {
      description: (201 in replies && status === '200' ? 'It was there already.' : successes[status]) ?? 'Done.',
      ...(304 in replies && { headers: { ETag: headers.etag } }),
      ...(reply && {
        content: { [mediaTypeOf(reply)]: { schema: schemas.of(reply) } },
      }),
    };
  }
  return answers;
}

const successes: Record<string, string> = {
  200: 'Done.',
  201: 'Made.',
  204: 'Done; nothing more to say.',
  304: 'Still the version you have.',
};

/** Codes that share a status share an answer: OpenAPI has one per status. */
function failuresOf(operation: Operation, problemSchema: JsonSchema): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const code of errorsOf(operation)) {
    const { status, title } = errorCodes[code];
    const before = answers[status]?.description;
    answers[status] = {
      description: [before, `\`${code}\`: ${title}.`].filter(Boolean).join(' '),
      ...((status === 429 || status === 503) && { headers: { 'Retry-After': headers.retryAfter } }),
      content: { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema } },
    };
  }
  return answers;
}
