/** Longest message text, in Unicode code points after trimming. */
export const MAX_TEXT_LENGTH = 10_000;
/** Most files that one message carries. */
export const MAX_ATTACHMENTS = 10;
/** Longest name of a visitor, agent, site or room, in Unicode code points. */
export const MAX_NAME_LENGTH = 60;
/** Most items a page of any list holds. */
export const MAX_PAGE_SIZE = 100;
/** Most agents that one note names. */
export const MAX_MENTIONS = 20;
/** Most former texts of a message that are kept: the latest. */
export const MAX_MESSAGE_EDITS = 50;
/** Longest reason of a ban, in Unicode code points. */
export const MAX_REASON_LENGTH = 200;
/** How far back a ban may delete what was said, in minutes: one day. */
export const MAX_BAN_MINUTES = 1_440;
/** A quiet stream says `: ping` this often, in milliseconds (rule EV5). */
export const HEARTBEAT_MS = 15_000;
/** The first ping comes this long after `hello`, in milliseconds (rule EV5). */
export const FIRST_PING_MS = 1_000;
/** Most attributes of a visitor. */
export const MAX_ATTRIBUTES = 50;
/** Most of what a page has told of a visitor that is kept: the latest. */
export const MAX_VISITOR_EVENTS = 50;
/** Most open conversations that an agent can be given by turns. */
export const MAX_CAPACITY = 1_000;
