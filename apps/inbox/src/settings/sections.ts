/** The sections of the settings, in the order of their list. */
export const sections = [
  { key: 'profile', label: 'Profile', group: 'You', adminOnly: false },
  { key: 'security', label: 'Sign-in and security', group: 'You', adminOnly: false },
  { key: 'sites', label: 'Sites', group: 'Workspace', adminOnly: false },
  { key: 'people', label: 'People', group: 'Workspace', adminOnly: false },
  { key: 'teams', label: 'Teams', group: 'Workspace', adminOnly: false },
  { key: 'tags', label: 'Tags', group: 'Workspace', adminOnly: false },
  { key: 'canned', label: 'Canned replies', group: 'Workspace', adminOnly: false },
  { key: 'blocked', label: 'Blocked visitors', group: 'Workspace', adminOnly: false },
  { key: 'tokens', label: 'API tokens', group: 'Workspace', adminOnly: true },
  { key: 'audit', label: 'Audit log', group: 'Workspace', adminOnly: true },
] as const;

export type SectionKey = (typeof sections)[number]['key'];

/** A place in the settings: `/inbox/settings/sites/acme`. */
export interface SettingsPlace {
  /** Absent: the list of sections, where the columns fold to one. */
  section?: SectionKey;
  /** What of the section, such as the key of a site. */
  item?: string;
}

const BASE = '/inbox/settings';

/** Reads an address; `undefined` for one outside the settings. */
export function settingsPlace({ pathname }: Pick<URL, 'pathname'>): SettingsPlace | undefined {
  if (pathname !== BASE && !pathname.startsWith(`${BASE}/`)) return undefined;
  const [key, item] = pathname.slice(BASE.length + 1).split('/');
  const section = sections.find((each) => each.key === key)?.key;
  if (!section) return {};
  return item && /^[a-z0-9-]{1,40}$/.test(item) ? { section, item } : { section };
}

export function settingsHref({ section, item }: SettingsPlace): string {
  return [BASE, section, item].filter(Boolean).join('/');
}
