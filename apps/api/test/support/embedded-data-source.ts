import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';
import { openEmbeddedDatabase } from '../../src/database/embedded-database.js';

/** An empty embedded database, as the program opens it, and its end. */
export async function openEmbeddedDataSource(): Promise<{ dataSource: DataSource; remove(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-'));
  const embedded = await openEmbeddedDatabase(directory);
  const dataSource = createDataSource({ embedded });
  await dataSource.initialize();
  return {
    dataSource,
    async remove() {
      await dataSource.destroy();
      await embedded.close();
      rmSync(directory, { recursive: true });
    },
  };
}
