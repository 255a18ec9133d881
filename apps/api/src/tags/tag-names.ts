import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';

/** A new tag's colour, as SQL: always the same for a name, and spread over the wheel. */
export const hueOf = (name: string) => `('x' || substr(md5(lower(${name})), 1, 4))::bit(16)::int % 360`;

/**
 * The names that a conversation is to carry, each once and as its tag has it, whatever the case. Those that are new become
 * tags, of the agent who uses them first. Call it before any conversation is locked.
 */
export async function adoptTags(
  { manager, append }: LogTransaction,
  agent: Principal,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const created = await sql<{ id: string; name: string }>(
    manager,
    `INSERT INTO "tags" ("id", "name", "hue", "created_at")
     SELECT p."id", p."name", ${hueOf('p."name"')}, $3 FROM unnest($1::uuid[], $2::text[]) AS p("id", "name")
     ON CONFLICT (lower("name")) DO NOTHING RETURNING "id", "name"`,
    [names.map(() => uuidv7()), [...names].sort(), new Date()],
  );
  for (const target of created) {
    await recordDeed(manager, agent, { action: 'tag.created', target });
    append(workspaceEntry('tags', target.id));
  }
  return namesAs(manager, names);
}

/** Held until the commit: a tag that is renamed or deleted meanwhile waits for the conversation that takes it up. */
async function namesAs(manager: EntityManager, names: readonly string[]): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    manager,
    `SELECT t."name" FROM "tags" t WHERE lower(t."name") = ANY(SELECT lower(unnest($1::text[])))
     ORDER BY t."id" FOR SHARE OF t`,
    [names],
  );
  const known = new Map(rows.map(({ name }) => [name.toLowerCase(), name]));
  return [...new Set(names.map((name) => known.get(name.toLowerCase()) ?? name))];
}
