export { englishFiles, type FileStrings } from './file-words.js';

/** The words for what can be done with a message. Functions where a language may inflect. */
export interface MessageToolStrings {
  /** Name of the toolbar for assistive technology. */
  actions: string;
  reply: string;
  copy: string;
  copied: string;
  edit: string;
  delete: string;
  /** Where earlier texts of a message can be seen. */
  history?: string;
  deleteQuestion: string;
  keep: string;
  replyingTo(name: string): string;
  editing: string;
  cancel: string;
  notEdited: string;
  notDeleted: string;
  retry: string;
  /** Name of a message for assistive technology. */
  messageOf(name: string, text: string, time: string): string;
}

/** The words of the emoji picker. */
export interface EmojiStrings {
  label: string;
  search: string;
  nothingFound: string;
  recent: string;
  people: string;
  nature: string;
  food: string;
  places: string;
  activities: string;
  objects: string;
  symbols: string;
}

export const englishMessageTools: MessageToolStrings = {
  actions: 'Actions',
  reply: 'Reply',
  copy: 'Copy text',
  copied: 'Copied',
  edit: 'Edit',
  delete: 'Delete',
  history: 'Show earlier texts',
  deleteQuestion: 'Delete this message?',
  keep: 'Keep',
  replyingTo: (name) => `Replying to ${name}`,
  editing: 'Editing your message',
  cancel: 'Cancel',
  notEdited: 'The change was not saved.',
  notDeleted: 'The message was not deleted.',
  retry: 'Try again',
  messageOf: (name, text, time) => `${name}: ${text}, ${time}`,
};

export const englishEmoji: EmojiStrings = {
  label: 'Emoji',
  search: 'Search emoji',
  nothingFound: 'Nothing found',
  recent: 'Recently used',
  people: 'Faces and people',
  nature: 'Nature',
  food: 'Food and drink',
  places: 'Travel and places',
  activities: 'Activities',
  objects: 'Objects',
  symbols: 'Symbols',
};
