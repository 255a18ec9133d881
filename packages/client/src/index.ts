export type { ChatClient, ChatClientOptions, SendOptions } from './chat-client.js';
export { createChatClient } from './create-chat-client.js';
export { ChatError, type ChatErrorDetails } from './errors.js';
export { randomId } from './random-id.js';
export { banVisitor, leaveRoom, liftBan, listBans, listMembers } from './room-members.js';
export { conversationOf, presenceOf, revisionOf, sortedConversations, timelineOf, unreadTotal } from './selectors.js';
export type {
  ChatState,
  ConnectionState,
  Doing,
  MessageChange,
  OutgoingMessage,
  RoomState,
  Timeline,
} from './state.js';
export type { Store } from './store.js';
export type { UploadOptions } from './upload.js';
export type { Attributes, TrackedEvent } from './visitor-notes.js';
