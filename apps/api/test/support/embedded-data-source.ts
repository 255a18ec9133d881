import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';
import { openEmbeddedDatabase } from '../../src/database/embedded-database.js';

export interface OpenedDataSource {
  dataSource: DataSource;
  embedded: PGlite;
  remove(): Promise<void>;
}

/** An empty embedded database, as the program opens it, and its end. */
export async function openEmbeddedDataSource(): Promise<OpenedDataSource> {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-'));
  const embedded = await openEmbeddedDatabase(directory);
  const dataSource = createDataSource({ embedded });
  await dataSource.initialize();
  return {
    dataSource,
    embedded,
    async remove() {
      await dataSource.destroy();
      await embedded.close();
      rmSync(directory, { recursive: true });
    },
  };
}
