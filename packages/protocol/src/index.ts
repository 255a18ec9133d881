export type {
  CreatedInvitation,
  Invitation,
  OpenInvitation,
  ResetLink,
  Session,
  TwoFactorSetup,
} from './account.js';
export type { AuditAction, AuditEntry, AuditPage } from './audit.js';
export type { Block } from './blocks.js';
export type { CannedReply } from './canned-replies.js';
export type { ConversationPage, NewConversation } from './conversation.operations.js';
export { type Cursor, formatCursor, parseCursor } from './cursor.js';
export { type ErrorCode, errorCodes, PROBLEM_MEDIA_TYPE } from './error-codes.js';
export { type Problem, problem } from './errors.js';
export {
  type Bye,
  bye,
  type ChatEvent,
  type ControlEventType,
  type DurableEvent,
  type DurableEventType,
  durableEvent,
  type EventPage,
  eventPage,
  type Hello,
  hello,
  type Reset,
  type ResetReason,
  reset,
  type TransientEvent,
  type TransientEventType,
  transientEvent,
} from './events.js';
export {
  type IdentityAlgorithm,
  type IdentityClaims,
  type IdentityKey,
  identityClaims,
  type NewIdentityKey,
} from './identity.js';
export { LANGUAGES, type Language } from './languages.js';
export {
  FIRST_PING_MS,
  HEARTBEAT_MS,
  MAX_ATTACHMENTS,
  MAX_ATTRIBUTES,
  MAX_BAN_MINUTES,
  MAX_CAPACITY,
  MAX_MENTIONS,
  MAX_MESSAGE_EDITS,
  MAX_NAME_LENGTH,
  MAX_PAGE_SIZE,
  MAX_REASON_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_VISITOR_EVENTS,
} from './limits.js';
export type { MessagePage, NewMessage } from './message.operations.js';
export type { Caller, Operation } from './operation.js';
export { operations, type ParsedBody, type ParsedQuery, type ReplyBody, type RequestBody } from './operations.js';
export type { Agent, AgentPresence, AgentsPresence, Role, Team, WorkspaceUpdate } from './people.js';
export type { ChangedConversations, ConversationChange, ConversationCounts } from './queue.operations.js';
export type {
  Attachment,
  Audience,
  Author,
  Ban,
  Conversation,
  ConversationStatus,
  Member,
  Membership,
  Mention,
  Message,
  MessageEdit,
  Receipt,
  Site,
  SiteSettings,
  SiteSnippet,
  Visitor,
  VisitorEvent,
} from './resources.js';
export type { BanPage, MemberPage } from './room.operations.js';
export { pathOf, type RouteName, type RouteParams, routes } from './routes.js';
export type { Fragment, SearchHit } from './search.js';
export type { Tag } from './tags.js';
export { type ApiToken, type CreatedApiToken, type TokenScope, tokenRoutes } from './tokens.js';
export type { NewSession, NewVisitor, VisitorExport } from './visitor.operations.js';
