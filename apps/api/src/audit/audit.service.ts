import { Injectable } from '@nestjs/common';
import type { AuditPage, ParsedQuery } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { type AuditRow, toAuditEntry } from './audit.mapper.js';

@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** What was done, latest first. */
  async list({ before, limit = DEFAULT_PAGE }: ParsedQuery<'listAudit'>): Promise<AuditPage> {
    const rows = await sql<AuditRow>(
      this.dataSource,
      'SELECT * FROM "audit" WHERE $1::uuid IS NULL OR "id" < $1 ORDER BY "id" DESC LIMIT $2',
      [before ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, toAuditEntry);
  }
}
