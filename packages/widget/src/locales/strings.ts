import type { ComposerStrings, MessageListStrings } from '@porchlight/ui';
import type { LauncherStrings } from './launcher.js';
import type { ToolStrings } from './tools/strings.js';

/** Every word of the widget. Functions where a language may inflect. */
export interface Strings extends LauncherStrings {
  /** Said of the button after its name. */
  unread(count: number): string;
  messageList: MessageListStrings;
  composer: ComposerStrings;
  menu: string;
  /** Of the button that leads to them. */
  conversations: string;
  emoji: string;
  attach: string;
  here: string;
  away: string;
  /** Beneath the greeting when nobody is there. */
  awayNote: string;
  closed: string;
  closedHint: string;
  reconnecting: string;
  offline: string;
  notKept: string;
  signedOut: string;
  signedOutHint: string;
  startAgain: string;
  loading: string;
  unknownSite: string;
  unknownSiteHint(site: string): string;
  originRefused: string;
  originRefusedHint(origin: string): string;
  unknownRoom: string;
  unknownRoomHint(room: string): string;
  unreachable: string;
  unreachableHint: string;
  blocked: string;
  blockedHint: string;
  room: {
    nameTitle(room: string): string;
    nameHint: string;
    nameLabel: string;
    namePlaceholder: string;
    nameTooLong(excess: number): string;
    nameRefused: string;
    join: string;
    save: string;
    cancel: string;
    changeName(name: string): string;
    joining: string;
    empty: string;
    emptyHint: string;
    /** In the header: how many members are here, oneself among them. */
    here(count: number): string;
    /** Title of the list, and in the header while their number is not known. */
    members: string;
    banned: string;
    bannedHint: string;
  };
}

/** With the words of what is fetched when it is used: all that a language has, and a page may say in its own way. */
export type AllStrings = Strings & { tools: ToolStrings };
