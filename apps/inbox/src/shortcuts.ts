/** What can be done from the keyboard. Tooltips, the help sheet, the palette and the key handler all read this table. */
export const shortcuts = {
  palette: { keys: ['Mod+k'], label: 'Find a command or a conversation', group: 'Move' },
  next: { keys: ['j'], label: 'Next conversation', group: 'Move' },
  previous: { keys: ['k'], label: 'Previous conversation', group: 'Move' },
  open: { keys: ['Enter', 'o'], label: 'Open the conversation', group: 'Move' },
  search: { keys: ['/'], label: 'Search', group: 'Move' },
  leave: { keys: ['Escape'], label: 'Back', group: 'Move' },
  reply: { keys: ['r'], label: 'Reply', group: 'Conversation' },
  note: { keys: ['n'], label: 'Write a note', group: 'Conversation' },
  status: { keys: ['e'], label: 'Close or reopen', group: 'Conversation' },
  claim: { keys: ['m'], label: 'Take it', group: 'Conversation' },
  assign: { keys: ['a'], label: 'Assign to an agent or a team', group: 'Conversation' },
  transfer: { keys: ['A'], label: 'Hand over with a note', group: 'Conversation' },
  snooze: { keys: ['s'], label: 'Snooze', group: 'Conversation' },
  tag: { keys: ['t'], label: 'Add a tag', group: 'Conversation' },
  details: { keys: ['i'], label: 'Show or hide details', group: 'Conversation' },
  undo: { keys: ['z'], label: 'Take back what was just done', group: 'Conversation' },
  select: { keys: ['x'], label: 'Select, to change several', group: 'Lists' },
  viewMine: { keys: ['1'], label: 'Mine', group: 'Lists' },
  viewUnassigned: { keys: ['2'], label: 'Unassigned', group: 'Lists' },
  viewOpen: { keys: ['3'], label: 'Open', group: 'Lists' },
  viewMentions: { keys: ['4'], label: 'Mentions', group: 'Lists' },
  viewSnoozed: { keys: ['5'], label: 'Snoozed', group: 'Lists' },
  viewClosed: { keys: ['6'], label: 'Closed', group: 'Lists' },
  viewRooms: { keys: ['7'], label: 'Rooms', group: 'Lists' },
  viewAll: { keys: ['8'], label: 'All', group: 'Lists' },
  teams: { keys: ['g'], label: 'Go to a team', group: 'Lists' },
  filter: { keys: ['f'], label: 'Filter and sort', group: 'Lists' },
  sort: { keys: ['w'], label: 'Longest waiting first, or latest', group: 'Lists' },
  help: { keys: ['?'], label: 'Show these keys', group: 'Porchlight' },
  signOut: { keys: ['Q'], label: 'Sign out', group: 'Porchlight' },
} as const satisfies Record<string, { keys: readonly string[]; label: string; group: string }>;

export type Command = keyof typeof shortcuts;

export const commands = Object.keys(shortcuts) as Command[];

/** What of a keyboard event decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'
>;

/**
 * The command of a key press, if any. Letters go by what the key writes; where the layout writes another script, by
 * where the key is, so that j and k work under a Cyrillic or Greek layout too.
 */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.altKey || press.isComposing) return undefined;
  const chord = press.ctrlKey || press.metaKey;
  const key = chord ? `Mod+${typedKey(press)}` : typedKey(press);
  return commands.find((command) => (shortcuts[command].keys as readonly string[]).includes(key));
}

function typedKey({ key, code, shiftKey }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (!letter || key.length !== 1 || key.charCodeAt(0) < 128) return key;
  return shiftKey ? letter : letter.toLowerCase();
}

const onApple = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '');

/** How a key is printed on a keycap. */
export function keycap(key: string): string {
  if (key === 'Escape') return 'Esc';
  if (key.startsWith('Mod+')) return `${onApple ? '⌘' : 'Ctrl'} ${keycap(key.slice(4))}`;
  if (/^[A-Z]$/.test(key)) return `Shift ${key}`;
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A key in the syntax of `aria-keyshortcuts` (WAI-ARIA 1.2). */
export function ariaKey(key: string): string {
  if (key.startsWith('Mod+')) return `${onApple ? 'Meta' : 'Control'}+${key.slice(4)}`;
  return /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
}
