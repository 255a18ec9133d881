import type { z } from 'zod';
import { accountOperations } from './account.operations.js';
import { attachmentOperations } from './attachment.operations.js';
import { auditOperations } from './audit.js';
import { blockOperations } from './blocks.js';
import { cannedReplyOperations } from './canned-replies.js';
import { conversationOperations } from './conversation.operations.js';
import { eventOperations } from './event.operations.js';
import { messageOperations } from './message.operations.js';
import type { Operation } from './operation.js';
import { peopleOperations } from './people.operations.js';
import { queueOperations } from './queue.operations.js';
import { roomOperations } from './room.operations.js';
import type { RouteName } from './routes.js';
import { searchOperations } from './search.js';
import { siteOperations } from './site.operations.js';
import { tagOperations } from './tags.js';
import { tokenOperations } from './tokens.js';
import { visitorOperations } from './visitor.operations.js';

/** The contract of every route; the API validates with it, and its OpenAPI document is made of it. */
export const operations = {
  ...siteOperations,
  ...visitorOperations,
  ...conversationOperations,
  ...messageOperations,
  ...roomOperations,
  ...attachmentOperations,
  ...eventOperations,
  ...accountOperations,
  ...peopleOperations,
  ...queueOperations,
  ...auditOperations,
  ...tokenOperations,
  ...cannedReplyOperations,
  ...tagOperations,
  ...blockOperations,
  ...searchOperations,
} as const satisfies Record<RouteName, Operation>;

/** The JSON a client sends to an operation. */
export type RequestBody<Name extends RouteName> = (typeof operations)[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : undefined;

/** The validated, normalised body an operation works with. */
export type ParsedBody<Name extends RouteName> = (typeof operations)[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.output<Body>
  : undefined;

/** The validated query of an operation. */
export type ParsedQuery<Name extends RouteName> = (typeof operations)[Name] extends {
  query: infer Query extends z.ZodType;
}
  ? z.output<Query>
  : undefined;

/** The JSON an operation answers when it succeeds. */
export type ReplyBody<Name extends RouteName> = {
  [Status in keyof (typeof operations)[Name]['replies']]: (typeof operations)[Name]['replies'][Status] extends z.ZodType
    ? z.output<(typeof operations)[Name]['replies'][Status]>
    : undefined;
}[keyof (typeof operations)[Name]['replies']];
