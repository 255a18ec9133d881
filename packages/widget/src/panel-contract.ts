import type { Attributes, ConnectionState, TrackedEvent } from '@porchlight/client';
import type { Conversation, Visitor } from '@porchlight/protocol';
import type { Emit } from './events.js';
import type { Words } from './locales/load.js';
import type { Override } from './locales/override.js';
import type { AllStrings, Strings } from './locales/strings.js';

/** What the first load and the panel, which comes later, know of each other: types only. */

export interface PanelOptions extends Words {
  /** Origin of the API. */
  api: string;
  site: string;
  /** Key of a public room; without it, a private conversation. */
  room: string | undefined;
  host: PanelHost;
  /** What the page has told; the panel takes out what is to be told once. */
  notes: Note[];
}

/** What the page tells of the visitor: a method of the element, and what it was given, which may be anything. */
export type Note =
  | [method: 'identify', jwt: string]
  | [method: 'setAttributes', attributes: Attributes]
  | [method: 'track', event: string, data: TrackedEvent['data'], page: string, at: number]
  | [method: 'logout'];

/** What the panel asks of the element around it. */
export interface PanelHost {
  emit: Emit;
  close(): void;
  /** Something of the panel's read-only values changed. */
  changed(): void;
  /** The site's hue, in degrees. */
  paint(hue: number): void;
}

/** The panel as the element around it sees it. */
export interface Panel extends HTMLElement {
  /** Whether it is before the visitor's eyes. */
  active: boolean;
  /** Stands in the header instead of the site's own heading; empty for that. */
  heading: string;
  /** Whether the header has a close button. */
  closable: boolean;
  /** Every word, those of the page among them. */
  readonly strings: Strings;
  readonly unreadCount: number;
  readonly connection: ConnectionState;
  readonly conversation: Conversation | undefined;
  readonly visitor: Visitor | undefined;
  /** Says some words in the page's own way. */
  override(own: Override<AllStrings> | undefined): void;
  /** Puts the keyboard where one would go on. */
  focusInput(): void;
  /** Goes on with the session of an earlier visit, if there is one. */
  resume(): Promise<void>;
  send(text: string): Promise<void>;
  prefill(text: string): void;
  startConversation(): Promise<void>;
  tell(note: Note): void;
  /** Ends everything; the panel is not used again. */
  dispose(): void;
}
