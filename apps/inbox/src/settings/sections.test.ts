import { expect, test } from '@jest/globals';
import { settingsHref, settingsPlace } from './sections.js';

test.each([
  ['/inbox/settings', {}],
  ['/inbox/settings/profile', { section: 'profile' }],
  ['/inbox/settings/sites/acme', { section: 'sites', item: 'acme' }],
])('%s leads to %j and back', (pathname, place) => {
  expect(settingsPlace({ pathname })).toEqual(place);
  expect(settingsHref(place as never)).toBe(pathname);
});

test('what is not known is the list of sections, and other addresses are none of ours', () => {
  expect(settingsPlace({ pathname: '/inbox/settings/nothing' })).toEqual({});
  expect(settingsPlace({ pathname: '/inbox/settings/sites/%2e%2e' })).toEqual({ section: 'sites' });
  expect(settingsPlace({ pathname: '/inbox/' })).toBeUndefined();
  expect(settingsPlace({ pathname: '/inbox/settingsx' })).toBeUndefined();
});
