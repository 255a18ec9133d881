import type { Strings } from '../locales/strings.js';
import type { Notice } from './notice.js';
import type { Problem } from './session.js';

/** What to say of a problem, and whether trying again may help. */
export function problemWords(
  { code, during, detail }: Problem,
  { strings, site, room }: { strings: Strings; site: string; room: string | undefined },
  retry: () => void,
): Notice {
  if (code === 'origin_not_allowed') {
    return { title: strings.originRefused, hint: strings.originRefusedHint(location.origin) };
  }
  if (code === 'not_found' && during === 'site') {
    return { title: strings.unknownSite, hint: strings.unknownSiteHint(site) };
  }
  if (code === 'blocked') return { title: strings.blocked, hint: strings.blockedHint };
  if (code === 'banned') return { title: strings.room.banned, hint: strings.room.bannedHint };
  if (during === 'room' && (code === 'not_found' || code === 'refused') && room !== undefined) {
    return { title: strings.unknownRoom, hint: strings.unknownRoomHint(room) };
  }
  const action = { label: strings.retry, run: retry };
  return { title: strings.unreachable, hint: code === 'network' ? strings.unreachableHint : detail, action };
}
