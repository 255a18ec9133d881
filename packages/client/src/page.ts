/** Whether this runs in a page. Only pages have tabs beside them, sleep, and come back. */
export const inPage = typeof document === 'object' && typeof window === 'object';

interface Listeners {
  visible?(): void;
  online?(): void;
  offline?(): void;
  /** The page goes away, perhaps into the back/forward cache, or is about to be frozen. */
  leave?(): void;
  /** The page is back from there. */
  back?(): void;
  /** Another tab has changed or removed this key of localStorage. */
  stored?(key: string | null): void;
}

/** Listens to the life of the page until `signal` aborts; nothing happens outside of one. */
export function onPage({ visible, online, offline, leave, back, stored }: Listeners, signal: AbortSignal): void {
  if (!inPage) return;
  const listen = <Of extends Event>(target: EventTarget, type: string, listener?: (event: Of) => void) => {
    if (listener) target.addEventListener(type, listener as EventListener, { signal });
  };
  listen(document, 'visibilitychange', visible && (() => document.visibilityState === 'visible' && visible()));
  listen(window, 'pageshow', visible);
  listen(window, 'online', online);
  listen(window, 'offline', offline);
  listen(window, 'pagehide', leave);
  listen(document, 'freeze', leave);
  listen(window, 'pageshow', back);
  listen(document, 'resume', back);
  listen<StorageEvent>(window, 'storage', stored && (({ key }) => stored(key)));
}
