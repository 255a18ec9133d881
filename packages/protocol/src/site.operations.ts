import { z } from 'zod';
import { createdIdentityKey, identityKey, newIdentityKey } from './identity.js';
import type { Operation } from './operation.js';
import { pageOf, pageQuery } from './paging.js';
import { siteParams } from './params.js';
import { id, line, siteKey } from './primitives.js';
import { site, siteSettings, siteSnippet } from './resources.js';
import { seen } from './version.js';

/** The rooms of a site, as an admin sends them. */
const rooms = z
  .array(z.strictObject(site.shape.rooms.element.shape))
  .max(50)
  .refine((list) => new Set(list.map((room) => room.key)).size === list.length, 'must name each room once');

/** The contract of the routes about sites, what is pasted into their pages, and their keys. */
export const siteOperations = {
  getSite: {
    summary: 'Public settings of a site. Creates nothing.',
    who: ['anyone'],
    params: siteParams,
    replies: { 200: siteSettings, 304: null },
  },
  getSnippet: {
    summary: 'What to paste into the pages of a site.',
    who: ['anyone'],
    params: siteParams,
    replies: { 200: siteSnippet },
  },
  listSites: {
    summary: 'All sites, oldest first.',
    who: ['agent'],
    query: pageQuery(siteKey),
    replies: { 200: pageOf(site, 'SitePage') },
  },
  createSite: {
    summary: 'Add a site.',
    who: ['admin'],
    body: z.strictObject({
      ...site.omit({ createdAt: true, version: true, team: true }).partial({ heading: true, greeting: true, hue: true })
        .shape,
      rooms: rooms.optional(),
    }),
    replies: { 201: site },
    errors: ['conflict'],
  },
  updateSite: {
    summary: 'Change a site. Rooms that are left out are closed to new members; their history stays.',
    who: ['admin'],
    params: siteParams,
    body: z.strictObject({
      ...site.omit({ key: true, createdAt: true, version: true }).partial().shape,
      version: seen,
      replyTime: line(80)
        .nullable()
        .optional()
        .meta({ examples: ['within an hour'] }),
      rooms: rooms.optional(),
      team: site.shape.team.nullable(),
    }),
    replies: { 200: site },
    errors: ['outdated', 'refused'],
  },
  deleteSite: {
    summary:
      'Close a site for good: its tag shows nothing from then on, its visitors are signed out, open conversations are closed. Agents keep the history.',
    who: ['admin'],
    params: siteParams,
    replies: { 204: null },
  },
  listIdentityKeys: {
    summary: 'The keys with which a site signs who its visitors are.',
    who: ['admin'],
    params: siteParams,
    replies: { 200: z.object({ items: z.array(identityKey) }).meta({ id: 'IdentityKeyList' }) },
  },
  createIdentityKey: {
    summary:
      'Add a key: a secret made here (HS256), or a public key of yours. Up to ten at once, so that keys can rotate.',
    who: ['admin'],
    params: siteParams,
    body: newIdentityKey,
    replies: { 201: createdIdentityKey },
    errors: ['conflict', 'refused'],
  },
  deleteIdentityKey: {
    summary: 'Take a key away: what it signed is refused from then on. Sessions that it began go on.',
    who: ['admin'],
    params: z.strictObject({ site: siteKey, key: id }),
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
