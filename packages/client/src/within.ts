/**
 * Does `work` with a controller of its own, which aborts along with `signal`, and in any case when the work is over: what
 * hangs on it is let go by itself.
 */
export async function within<Result>(
  signal: AbortSignal | undefined,
  work: (scope: AbortController) => Promise<Result>,
): Promise<Result> {
  const scope = new AbortController();
  const end = () => scope.abort();
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { signal: scope.signal });
  try {
    return await work(scope);
  } finally {
    end();
  }
}
