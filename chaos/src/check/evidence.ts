import type { Message } from '@porchlight/protocol';

/** A span of time, in epoch milliseconds. */
export interface Period {
  from: number;
  to: number;
}

/** A message that a participant has typed. No two have the same text. */
export interface Typed {
  /** Id of the author. */
  author: string;
  text: string;
}

/** The API has said yes to a message. */
export interface Acknowledged {
  text: string;
  /** When the message was made, says the answer; ISO 8601. */
  createdAt: string;
  /** Absent in the answer to the start of a conversation. */
  id?: string;
}

/** What one reader has of one conversation when all has become quiet. */
export interface FinalView {
  reader: string;
  kind: 'visitor' | 'agent';
  conversation: string;
  messages: readonly Message[];
}

/** Something wrong in a timeline at some moment. */
export interface Sighting {
  kind: 'doubled' | 'reordered' | 'vanished';
  /** The messages that it is about. */
  messages: readonly Message[];
}

/** Everything that a run has found out; what the checker judges by. */
export interface Evidence {
  /** By each author in the order typed. */
  typed: readonly Typed[];
  acknowledged: readonly Acknowledged[];
  /** What the API gives in the end, by conversation, in its order. */
  stored: ReadonlyMap<string, readonly Message[]>;
  views: readonly FinalView[];
  sightings: readonly (Sighting & { reader: string })[];
  /** What reached the wire of somebody who may not read it, in words. */
  leaks: readonly string[];
  /** Lives of the database that a restore has undone. */
  undone: readonly Period[];
}
