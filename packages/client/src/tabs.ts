import type { Feed } from './feed.js';
import { webLocks } from './locks.js';
import type { ConnectionState } from './state.js';
import { within } from './within.js';

/** All in milliseconds. Together they bound how long a frozen leader goes unnoticed: 7 s, well below the 10 s promised. */
export const TAB_TIMING = {
  /** A leader of whom nothing was heard for so long is asked for a sign of life. */
  quiet: 3_000,
  /** One who then says nothing for so long is replaced, */
  silent: 3_000,
  /** and up to so much longer: by the first follower to do so, of whom the others then hear. */
  spread: 1_000,
};

type FeedCall = { [Name in keyof Feed]: [Name, ...Parameters<Feed[Name]>] }[keyof Feed];
/** What tabs say to each other: followers ask, the leader answers with its state and passes on what it hears. */
type TabMessage = ['ask'] | ['here', ConnectionState, string] | FeedCall;

export interface TabsOptions {
  /** Of the lock and the channel: one per principal, so that nothing reaches a tab of somebody else. */
  name: string;
  /** This tab's own. */
  feed: Feed;
  /** What the leader does: keeps a feed fed until the signal aborts. */
  connect(feed: Feed, signal: AbortSignal): Promise<void>;
  /** This tab's place in the log. */
  cursor(): string;
  /** Fetches what this tab has missed. */
  catchUp(): void;
  locks?: LockManager;
  timing?: typeof TAB_TIMING;
}

/**
 * Feeds this tab until `signal` aborts. Of all tabs that do so, one leads: it holds a lock, has the only connection
 * (HTTP/1.1 allows six an origin), and tells the others what it hears. Without locks or channels each tab connects.
 *
 * Nothing is missed when the lead changes: each tab keeps its own place in the log, and every step names the place
 * from which it starts.
 */
export async function shareConnection(options: TabsOptions, signal: AbortSignal): Promise<void> {
  const { name, feed, locks = webLocks, timing = TAB_TIMING } = options;
  if (!locks || typeof BroadcastChannel === 'undefined') return options.connect(feed, signal);

  const channel = new BroadcastChannel(name);
  const say = (message: TabMessage) => channel.postMessage(message);
  let connection: ConnectionState = 'connecting';
  let leading = false;
  /** Whether this follower is in touch with a leader, so that from then on it hears all. */
  let joined = false;
  let over = false;
  let frozen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Followers only: the leader is well, look again later. */
  let giveUp = () => {};
  const reassured = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say(['ask']);
      timer = setTimeout(() => giveUp(), timing.silent + Math.random() * timing.spread);
    }, timing.quiet);
  };

  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (leading) {
      if (data[0] === 'ask') say(['here', connection, options.cursor()]);
      return;
    }
    if (data[0] === 'ask') return;
    reassured();
    if (data[0] === 'here') {
      feed.connection(data[1]);
      if (!joined && data[2] !== options.cursor()) options.catchUp();
      joined = true;
    } else {
      const [method, ...values] = data;
      (feed[method] as (...values: unknown[]) => void)(...values);
    }
  };

  /** This tab's feed, and that of all others. */
  const shared = Object.fromEntries(
    Object.entries(feed).map(([method, tell]) => [
      method,
      (...values: unknown[]) => {
        if (method === 'connection') connection = values[0] as ConnectionState;
        tell(...values);
        say([method, ...values] as FeedCall);
      },
    ]),
  ) as unknown as Feed;

  const lead = async (term: AbortSignal) => {
    clearTimeout(timer);
    leading = true;
    say(['here', connection, options.cursor()]);
    await options.connect(shared, term);
    // It ends by itself only when there is no use in connecting.
    over = !term.aborted;
  };

  while (!signal.aborted && !over) {
    await within(signal, async (term) => {
      const held = frozen ? { steal: true } : { signal: term.signal };
      frozen = false;
      joined = false;
      giveUp = () => {
        frozen = true;
        term.abort();
      };
      reassured();
      say(['ask']);
      try {
        await locks.request(name, held, () => lead(term.signal));
      } catch {
        // Another tab takes the lead by force, or this one is about to; else locks are not for this page.
        if (!leading && !term.signal.aborted) await lead(term.signal);
      }
    });
    leading = false;
    clearTimeout(timer);
  }
  channel.close();
}
