import { rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Attachment } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../auth/principal.js';
import { Config } from '../config/config.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { type AttachmentRow, toKept } from './attachment.mapper.js';
import { AttachmentLinks } from './attachment-links.js';
import type { ByteRange } from './byte-range.js';
import { safeFileName, withExtension } from './file-name.js';
import { isPicture, mediaTypeOf, PICTURES } from './media-type.js';
import { Pictures } from './picture.js';
import { receiveFile } from './receive-file.js';
import { AttachmentStore } from './store/attachment-store.js';
import { UploadDirectory } from './upload-directory.js';

/** What is known of a file once it has been looked at. */
type Inspected = Pick<AttachmentRow, 'name' | 'media_type' | 'size' | 'width' | 'height'>;

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: AttachmentStore,
    private readonly uploads: UploadDirectory,
    private readonly pictures: Pictures,
    private readonly links: AttachmentLinks,
    private readonly config: Config,
  ) {}

  /** Takes in the file of a multipart body. Throws `invalid`, `too_large`, `unsupported_media_type`, `unreadable_picture`. */
  async upload(principal: Principal, request: IncomingMessage): Promise<Attachment> {
    const id = uuidv7();
    const path = this.uploads.place(id);
    try {
      const { name } = await receiveFile(request, path, this.config.attachmentMaxBytes);
      const row = await this.insert(id, principal, await this.inspect(path, name));
      await this.keep(id, path);
      return { ...toKept(row), url: this.links.linkTo(id) };
    } finally {
      await rm(path, { force: true });
    }
  }

  /**
   * A file and what to say of it; `part` finds out from the size which part is wanted, if not the whole. Throws
   * `not_found` when it is gone.
   */
  async open(
    id: string,
    part: (size: number) => ByteRange | undefined,
  ): Promise<{ row: AttachmentRow; range: ByteRange | undefined; bytes: Readable }> {
    const [row] = await sql<AttachmentRow>(
      this.dataSource,
      'SELECT * FROM "attachments" WHERE "id" = $1 AND "removed_at" IS NULL',
      [id],
    );
    const range = row && part(row.size);
    const bytes = row && (await this.store.open(id, range));
    if (!bytes) throw new ProblemError('not_found', 'There is no such file');
    return { row, range, bytes };
  }

  /** Finds out what a file is. A picture is rewritten in its place. */
  private async inspect(path: string, sent: string | undefined): Promise<Inspected> {
    const media_type = await mediaTypeOf(path);
    if (!isPicture(media_type)) {
      const name = safeFileName(sent, 'file');
      return { name, media_type, size: (await stat(path)).size, width: null, height: null };
    }
    const clean = `${path}.clean`;
    try {
      const { width, height } = await this.pictures.rewrite(path, clean, media_type);
      await rename(clean, path);
      const name = withExtension(safeFileName(sent, 'picture'), PICTURES[media_type]);
      return { name, media_type, size: (await stat(path)).size, width, height };
    } finally {
      await rm(clean, { force: true });
    }
  }

  /** The row comes before the bytes: those that no row names would be there for ever. */
  private async insert(id: string, { kind, id: uploader }: Principal, file: Inspected): Promise<AttachmentRow> {
    const [row] = await sql<AttachmentRow>(
      this.dataSource,
      `INSERT INTO "attachments" ("id", "uploader_kind", "uploader_id", "name", "media_type", "size", "width", "height", "created_at")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
      [id, kind, uploader, file.name, file.media_type, file.size, file.width, file.height, new Date()],
    );
    return row as AttachmentRow;
  }

  private async keep(id: string, path: string): Promise<void> {
    try {
      await this.store.put(id, path);
    } catch (error) {
      await this.giveUp(id);
      throw error;
    }
    const rows = await sql(this.dataSource, 'SELECT 1 FROM "attachments" WHERE "id" = $1', [id]);
    // Its visitor was erased meanwhile, and the sweeper has been here already.
    if (rows.length === 0) {
      await this.store.delete(id);
      throw new ProblemError('unauthenticated');
    }
  }

  private async giveUp(id: string): Promise<void> {
    await sql(this.dataSource, 'UPDATE "attachments" SET "removed_at" = $2 WHERE "id" = $1', [id, new Date()]);
  }
}
