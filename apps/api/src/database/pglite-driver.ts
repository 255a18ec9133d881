import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';

interface QueryResult {
  rows: unknown[];
  rowCount: number;
  command: string;
}

/** What TypeORM needs of a `pg` client. */
class Connection extends EventEmitter {
  constructor(private readonly database: PGlite) {
    super();
  }

  async query(text: string, parameters: unknown[] = []): Promise<QueryResult> {
    const command = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
    if (parameters.length === 0) {
      // Migrations hold several statements, which the extended protocol refuses.
      const results = await this.database.exec(text);
      const last = results.at(-1);
      return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? last?.rows.length ?? 0, command };
    }
    const { rows, affectedRows } = await this.database.query(text, parameters);
    return { rows, rowCount: affectedRows ?? rows.length, command };
  }
}

type Acquired = (
  error: Error | undefined,
  connection: Connection | undefined,
  release: (error?: Error) => void,
) => void;

/**
 * A `pg.Pool` over PGlite's only session. A borrower has it to itself until it gives it back, so two transactions never
 * interleave; the others wait in line.
 */
class ExclusivePool extends EventEmitter {
  private readonly waiting: Acquired[] = [];
  private readonly connection: Connection;
  private borrowed = false;

  constructor(database: PGlite) {
    super();
    this.connection = new Connection(database);
    this.connection.setMaxListeners(0);
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  connect(acquired: Acquired): void {
    if (this.borrowed) this.waiting.push(acquired);
    else this.lend(acquired);
  }

  end(done?: () => void): void {
    done?.();
  }

  private lend(acquired: Acquired): void {
    this.borrowed = true;
    let released = false;
    acquired(undefined, this.connection, () => {
      if (released) return;
      released = true;
      const next = this.waiting.shift();
      if (next) this.lend(next);
      else this.borrowed = false;
    });
  }
}

/** The `driver` option of TypeORM's postgres data source, answered by an open PGlite database. */
export function pgliteDriver(database: PGlite): { Pool: new () => unknown } {
  return {
    Pool: class extends ExclusivePool {
      constructor() {
        super(database);
      }
    },
  };
}
