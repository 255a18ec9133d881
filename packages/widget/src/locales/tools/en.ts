import { englishEmoji, englishFiles, englishMessageTools } from '@porchlight/ui/tool-strings';
import type { ToolStrings } from './strings.js';

export const strings: ToolStrings = {
  message: englishMessageTools,
  emoji: englishEmoji,
  files: englishFiles,
  conversations: {
    title: 'Your conversations',
    begin: 'New conversation',
    empty: 'No conversation yet',
    emptyHint: 'What you write is kept here.',
    you: 'You',
    closed: 'Closed',
    unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
    deleted: 'Message deleted',
    wordless: 'Attachment',
    more: 'Show older ones',
  },
  menu: {
    label: 'Menu',
    sound: 'Sound for new messages',
    conversations: 'Your conversations',
    changeName: 'Change your name',
    download: 'Download your data',
    erase: 'Delete your data',
    eraseTitle: 'Delete everything?',
    eraseHint: 'Your name, your conversations and all that you wrote are erased for good, here and on the server.',
    eraseConfirm: 'Delete everything',
    keep: 'Keep it',
    erasing: 'Deleting',
    failed: 'That did not work. Check your connection and try again.',
    fileName: 'chat',
  },
};
