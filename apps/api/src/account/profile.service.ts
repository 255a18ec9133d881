import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Agent, ParsedBody } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AgentsService } from '../agents/agents.service.js';
import { isPicture, mediaTypeOf } from '../attachments/media-type.js';
import { Pictures } from '../attachments/picture.js';
import { receiveFile } from '../attachments/receive-file.js';
import { UploadDirectory } from '../attachments/upload-directory.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { Config } from '../config/config.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';

/** The side of an agent's picture, in pixels: enough for the largest place that shows it, on a dense screen. */
const SIDE = 256;

/** What agents change of themselves. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly agents: AgentsService,
    private readonly pictures: Pictures,
    private readonly uploads: UploadDirectory,
    private readonly config: Config,
  ) {}

  async update({ id }: AgentPrincipal, { name }: ParsedBody<'updateProfile'>): Promise<Agent> {
    await this.log.write(async ({ manager, append }) => {
      await sql(
        manager,
        'UPDATE "agents" SET "name" = coalesce($2, "name"), "version" = "version" + 1 WHERE "id" = $1',
        [id, name ?? null],
      );
      append(workspaceEntry('agents', id));
    });
    return this.agents.get(id);
  }

  /** What is said for want of input never overrules what the agent has chosen. */
  async setPresence({ id }: AgentPrincipal, { away, idle = false }: ParsedBody<'setPresence'>): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const changed = await sql(
        manager,
        `UPDATE "agents" SET "away" = $2
         WHERE "id" = $1 AND "away" IS DISTINCT FROM $2 AND (NOT $3 OR "away" IS DISTINCT FROM 'chosen') RETURNING 1`,
        [id, away ? (idle ? 'idle' : 'chosen') : null, idle],
      );
      if (changed.length > 0) append(workspaceEntry('agents', id));
    });
  }

  /** Takes in the picture of a multipart body. Throws `invalid`, `too_large`, `unsupported_media_type`, `unreadable_picture`. */
  async setPicture({ id }: AgentPrincipal, request: IncomingMessage): Promise<Agent> {
    const picture = uuidv7();
    const path = this.uploads.place(picture);
    try {
      await receiveFile(request, path, this.config.attachmentMaxBytes);
      if (!isPicture(await mediaTypeOf(path))) {
        throw new ProblemError('unsupported_media_type', 'Send a picture as JPEG, PNG, WebP, GIF or AVIF');
      }
      const bytes = await this.pictures.square(path, SIDE);
      await this.replace(id, picture, bytes);
    } finally {
      await rm(path, { force: true });
    }
    return this.agents.get(id);
  }

  async removePicture({ id }: AgentPrincipal): Promise<Agent> {
    await this.replace(id, null);
    return this.agents.get(id);
  }

  /** Throws `not_found`. */
  async picture(id: string): Promise<Buffer> {
    const [row] = await sql<{ bytes: Uint8Array }>(
      this.dataSource,
      'SELECT "bytes" FROM "agent_pictures" WHERE "id" = $1',
      [id],
    );
    if (!row) throw new ProblemError('not_found', 'There is no such picture');
    return Buffer.from(row.bytes);
  }

  private async replace(agent: string, picture: string | null, bytes?: Buffer): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      await sql(manager, 'UPDATE "agents" SET "picture_id" = $2, "version" = "version" + 1 WHERE "id" = $1', [
        agent,
        picture,
      ]);
      await sql(manager, 'DELETE FROM "agent_pictures" WHERE "agent_id" = $1', [agent]);
      if (picture) {
        await sql(manager, 'INSERT INTO "agent_pictures" ("id", "agent_id", "bytes") VALUES ($1, $2, $3)', [
          picture,
          agent,
          bytes,
        ]);
      }
      append(workspaceEntry('agents', agent));
    });
  }
}
