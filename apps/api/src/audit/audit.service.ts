import { Injectable } from '@nestjs/common';
import type { AuditPage, ParsedQuery } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import { type AuditRow, toAuditEntry } from './audit.mapper.js';

const DEFAULT_PAGE = 50;

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
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(toAuditEntry), ...(rows.length > limit && last && { next: last.id }) };
  }
}
