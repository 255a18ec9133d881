import type { DataSource, EntityManager } from 'typeorm';

/** Whoever can run a query: the data source, or the manager of a transaction. */
export type Queryable = DataSource | EntityManager;

/**
 * Runs one statement and returns its rows, also those of `UPDATE ... RETURNING`, for which TypeORM's own `query`
 * answers a pair. `Row` is the caller's promise about the columns it named.
 */
export async function sql<Row>(on: Queryable, text: string, parameters: unknown[] = []): Promise<Row[]> {
  const result: unknown = await on.query(text, parameters);
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as Row[];
  }
  return result as Row[];
}
