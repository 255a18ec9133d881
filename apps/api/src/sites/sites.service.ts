import { Injectable } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody, Site } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { changesOf, recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { DEFAULT_PAGE, noPlace, toPage } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { allowsOrigin } from './origins.js';
import { type SiteRow, toSite } from './site.mapper.js';

/** How long this process goes on with what it knew of the sites, in milliseconds; another process may change them. */
const FRESH_MS = 2_000;
const DEFAULTS = {
  heading: 'Hello there',
  greeting: 'Ask us anything, or just say hello.',
  hue: 264,
};

/** Who changes something. */
type Actor = Pick<Principal, 'kind' | 'id' | 'name'>;

@Injectable()
export class SitesService {
  private known: Promise<Map<string, SiteRow>> | undefined;
  private knownUntil = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** Throws `not_found`. */
  async get(key: string): Promise<SiteRow> {
    const site = (await this.all()).get(key);
    if (!site) throw new ProblemError('not_found', 'There is no such site');
    return site;
  }

  /** Throws `invalid` for a place that no page has answered; one of a site that has been closed since is good. */
  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listSites'>): Promise<ReplyBody<'listSites'>> {
    if (after !== undefined) await checkPlace(this.dataSource, after);
    const rows = await sql<SiteRow>(
      this.dataSource,
      `SELECT * FROM "sites" WHERE "deleted_at" IS NULL AND ($1::text IS NULL
         OR ("created_at", "key") > (SELECT "created_at", "key" FROM "sites" WHERE "key" = $1))
       ORDER BY "created_at", "key" LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return toPage(rows, limit, ({ key }) => key, toSite);
  }

  async allows(key: string, origin: string): Promise<boolean> {
    return allowsOrigin((await this.get(key)).origins, origin);
  }

  /** Whether any site lists the origin: all that can be said before it is known whose request it is. */
  async anyAllows(origin: string): Promise<boolean> {
    return [...(await this.all()).values()].some((site) => allowsOrigin(site.origins, origin));
  }

  /** Without an admin, the server itself does. Throws `conflict` when the key is taken, also by a site that was closed. */
  async create(admin: Actor | undefined, body: ParsedBody<'createSite'>): Promise<Site> {
    const site = { ...DEFAULTS, ...body };
    const row = await this.log.write(async ({ manager, append }) => {
      const [made] = await sql<SiteRow>(
        manager,
        `INSERT INTO "sites" ("key", "name", "origins", "heading", "greeting", "reply_time", "hue", "rooms", "created_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now()) ON CONFLICT DO NOTHING RETURNING *`,
        [
          site.key,
          site.name,
          site.origins,
          site.heading,
          site.greeting,
          site.replyTime ?? null,
          site.hue,
          JSON.stringify(site.rooms ?? []),
        ],
      );
      if (!made) throw new ProblemError('conflict', 'There is, or was, a site with this key');
      await recordDeed(manager, admin, { action: 'site.created', target: { id: site.key, name: site.name } });
      append(workspaceEntry('sites', site.key));
      return made;
    });
    this.forget();
    return toSite(row);
  }

  /** Throws `not_found`, `outdated`, and `refused` for a team that is none. */
  async update(admin: Actor, key: string, change: ParsedBody<'updateSite'>): Promise<Site> {
    const row = await this.log.write(async ({ manager, append }) => {
      const before = await lockSite(manager, key);
      checkVersion(before, change.version);
      if (change.team) await checkTeam(manager, change.team);
      const [after] = await sql<SiteRow>(
        manager,
        `UPDATE "sites" SET
           "name" = coalesce($2, "name"),
           "origins" = coalesce($3, "origins"),
           "heading" = coalesce($4, "heading"),
           "greeting" = coalesce($5, "greeting"),
           "reply_time" = CASE WHEN $6 THEN $7 ELSE "reply_time" END,
           "hue" = coalesce($8, "hue"),
           "rooms" = coalesce($9, "rooms"),
           "team_id" = CASE WHEN $10 THEN $11::uuid ELSE "team_id" END,
           "version" = "version" + 1
         WHERE "key" = $1 RETURNING *`,
        [
          key,
          change.name ?? null,
          change.origins ?? null,
          change.heading ?? null,
          change.greeting ?? null,
          change.replyTime !== undefined,
          change.replyTime ?? null,
          change.hue ?? null,
          change.rooms ? JSON.stringify(change.rooms) : null,
          change.team !== undefined,
          change.team ?? null,
        ],
      );
      const changed = after as SiteRow;
      if (change.rooms) await renameRooms(manager, key, change.rooms);
      await recordDeed(manager, admin, {
        action: 'site.changed',
        target: { id: key, name: changed.name },
        changes: changesOf(before, changed, [
          'name',
          'origins',
          'heading',
          'greeting',
          'reply_time',
          'hue',
          'rooms',
          'team_id',
        ]),
      });
      append(workspaceEntry('sites', key));
      return changed;
    });
    this.forget();
    return toSite(row);
  }

  /** What is known is read anew. */
  forget(): void {
    this.known = undefined;
  }

  private all(): Promise<Map<string, SiteRow>> {
    if (!this.known || Date.now() >= this.knownUntil) {
      const rows = sql<SiteRow>(
        this.dataSource,
        'SELECT * FROM "sites" WHERE "deleted_at" IS NULL ORDER BY "created_at", "key"',
      );
      const loading = rows.then((found) => new Map(found.map((row) => [row.key, row])));
      loading.catch(() => this.forget());
      this.known = loading;
      this.knownUntil = Date.now() + FRESH_MS;
    }
    return this.known;
  }
}

/** A site that is not closed, held for the rest of the transaction. Throws `not_found`. */
export async function lockSite(manager: EntityManager, key: string): Promise<SiteRow> {
  const [row] = await sql<SiteRow>(
    manager,
    'SELECT * FROM "sites" WHERE "key" = $1 AND "deleted_at" IS NULL FOR UPDATE',
    [key],
  );
  if (!row) throw new ProblemError('not_found', 'There is no such site');
  return row;
}

async function checkPlace(on: Queryable, key: string): Promise<void> {
  const sites = await sql(on, 'SELECT 1 FROM "sites" WHERE "key" = $1', [key]);
  if (sites.length === 0) throw noPlace('after');
}

async function checkTeam(manager: EntityManager, id: string): Promise<void> {
  const teams = await sql(manager, 'SELECT 1 FROM "teams" WHERE "id" = $1', [id]);
  if (teams.length === 0) throw new ProblemError('refused', 'team names no team');
}

async function renameRooms(manager: EntityManager, site: string, rooms: SiteRow['rooms']): Promise<void> {
  await sql(
    manager,
    `UPDATE "conversations" c SET "subject" = given->>'name' FROM jsonb_array_elements($2::jsonb) given
     WHERE c."kind" = 'room' AND c."site" = $1 AND c."room" = given->>'key'`,
    [site, JSON.stringify(rooms)],
  );
}
