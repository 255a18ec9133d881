/** The database under the API, and what can happen to it. */
export interface Database {
  /** What makes the API use it. */
  env: Record<string, string>;
  /** Cuts all connections and refuses new ones for a time. Absent where there are none. */
  goAway?(ms: number): Promise<void>;
  /** Ends the server's side of all connections. Absent where there are none. */
  endBackends?(): Promise<void>;
  /** Keeps what is in it now, in place of what was kept before. No API may run. */
  keep(): Promise<void>;
  /** Puts back what was kept. No API may run. */
  putBack(): Promise<void>;
  close(): Promise<void>;
}
