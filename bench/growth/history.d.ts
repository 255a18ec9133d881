export declare const SITE: string;
export declare const ROOM: string;
export declare function writeHistory(
  query: (sql: string) => Promise<unknown>,
  messages: number,
): Promise<{ conversations: number; messages: number; inRoom: number; logged: number }>;
export declare function visitorId(n: number): string;
export declare function conversationId(n: number): string;
export declare function roomId(): string;
export declare function roomMessageId(n: number): string;
