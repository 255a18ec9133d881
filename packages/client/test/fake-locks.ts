interface Request {
  begin(): void;
  lose(): void;
}

/** Web Locks as the tabs of one browser share them: exclusive, queued, abortable, to be stolen. */
export function fakeLocks(): LockManager {
  return new FakeLocks() as unknown as LockManager;
}

class FakeLocks {
  readonly #holders = new Map<string, Request>();
  readonly #queues = new Map<string, Request[]>();

  request<Result>(name: string, options: LockOptions, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return new Promise((resolve, reject) => {
      const next = () => {
        this.#holders.delete(name);
        queue.shift()?.begin();
      };
      const request: Request = {
        begin: () => {
          this.#holders.set(name, request);
          const end = () => this.#holders.get(name) === request && next();
          Promise.resolve(work()).then(resolve, reject).finally(end);
        },
        lose: () => reject(new DOMException('stolen', 'AbortError')),
      };
      if (options.steal) {
        this.#holders.get(name)?.lose();
        request.begin();
        return;
      }
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(request);
        if (place < 0) return;
        queue.splice(place, 1);
        reject(new DOMException('aborted', 'AbortError'));
      });
      if (this.#holders.has(name)) queue.push(request);
      else request.begin();
    });
  }
}
