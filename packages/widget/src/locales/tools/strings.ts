import type { EmojiStrings, FileStrings, MessageToolStrings } from '@porchlight/ui/tool-strings';

/** The words of what is fetched when it is used. Functions where a language may inflect. */
export interface ToolStrings {
  message: MessageToolStrings;
  emoji: EmojiStrings;
  files: FileStrings;
  conversations: {
    title: string;
    begin: string;
    empty: string;
    emptyHint: string;
    /** Before the last line of a conversation, where the visitor wrote it. */
    you: string;
    closed: string;
    unread(count: number): string;
    deleted: string;
    /** Of a conversation whose last line has no words. */
    wordless: string;
    more: string;
  };
  /** Of a room. */
  members: {
    close: string;
    failed: string;
    more: string;
    /** Above the agents. */
    team: string;
    /** Above those who are here. */
    present: string;
    /** Above those who are not. */
    absent: string;
    /** Beside one's own name. */
    you: string;
    leave: string;
  };
  menu: {
    label: string;
    sound: string;
    conversations: string;
    changeName: string;
    download: string;
    erase: string;
    eraseTitle: string;
    eraseHint: string;
    eraseConfirm: string;
    keep: string;
    erasing: string;
    failed: string;
    /** Name of the file, without its ending. */
    fileName: string;
  };
}
