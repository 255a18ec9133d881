import { LANGUAGES, MAX_NAME_LENGTH, MAX_TEXT_LENGTH, type Site, type SiteSettings } from '@porchlight/protocol';

export interface SiteRow {
  key: string;
  name: string;
  origins: string[];
  heading: string;
  greeting: string;
  reply_time: string | null;
  hue: number;
  rooms: { key: string; name: string }[];
  team_id: string | null;
  version: number;
  created_at: Date;
}

export function toSite(row: SiteRow): Site {
  return {
    key: row.key,
    name: row.name,
    origins: row.origins,
    heading: row.heading,
    greeting: row.greeting,
    ...(row.reply_time !== null && { replyTime: row.reply_time }),
    hue: row.hue,
    rooms: row.rooms,
    ...(row.team_id !== null && { team: row.team_id }),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

export function toSiteSettings(row: SiteRow, agentsOnline: number, attachmentMaxBytes: number): SiteSettings {
  return {
    key: row.key,
    name: row.name,
    texts: {
      heading: row.heading,
      greeting: row.greeting,
      ...(row.reply_time !== null && { replyTime: row.reply_time }),
    },
    theme: { hue: row.hue },
    languages: [...LANGUAGES],
    availability: { available: agentsOnline > 0, agents: agentsOnline },
    preChat: [],
    rooms: row.rooms,
    limits: { text: MAX_TEXT_LENGTH, name: MAX_NAME_LENGTH, attachment: attachmentMaxBytes },
  };
}
