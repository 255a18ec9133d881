/** What few use, apart from the rest so that it can be fetched when it is used. */
export { defineComposerContext } from './composer-context.js';
export { MessageActions, type MessageActionsOptions } from './message-actions.js';
export { MessageChanges, type MessageChangesOptions } from './message-changes.js';
export type { ToolbarAction } from './message-toolbar.js';
export { englishMessageTools, type MessageToolStrings } from './tool-strings.js';
