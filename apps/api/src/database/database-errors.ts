/** SQLSTATE of a unique violation (PostgreSQL, appendix A). */
const UNIQUE_VIOLATION = '23505';

/** Classes and codes of SQLSTATE, and of the operating system, that say: the database is away, not that the query is wrong. */
const AWAY =
  /^(08...|57P0[1-3]|53300|53400|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH|ENOENT)$/;
/** The last one is TypeORM's, of a transaction whose connection is lost between two statements. */
const AWAY_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|query runner (was )?already released/i;

/** The SQLSTATE or system error code of an error, also where TypeORM wraps it; empty when it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string') return code;
  return driverError && driverError !== error ? codeOf(driverError) : '';
}

export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === UNIQUE_VIOLATION;
}

/** Whether the database cannot be reached now, so that the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || (error instanceof Error && AWAY_MESSAGE.test(error.message));
}
