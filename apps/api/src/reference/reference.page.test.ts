import { beforeAll, expect, test } from '@jest/globals';
import { errorCodes, operations, routes } from '@porchlight/protocol';
import { asyncApiDocument } from './asyncapi.document.js';
import { html, sentence } from './html.js';
import { openApiDocument } from './openapi.document.js';
import { referencePage } from './reference.page.js';
import { referenceStyle } from './reference.style.js';

let page: string;
beforeAll(() => {
  page = referencePage(openApiDocument(), asyncApiDocument());
});

test('shows every operation, every error and every event', () => {
  for (const name of Object.keys(operations)) expect(page).toContain(`<article id="${name}"`);
  for (const { path } of Object.values(routes)) expect(page.replaceAll(/<\/?i>/g, '')).toContain(path);
  for (const code of Object.keys(errorCodes)) expect(page).toContain(`<code>${code}</code>`);
  const { page: _, ...events } = asyncApiDocument().components.messages;
  for (const name of Object.keys(events)) expect(page).toContain(`id="event-${name}"`);
});

test('every link within the page leads somewhere, and no id is given twice', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('lives under a policy that allows nothing but its style sheet', () => {
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|<img|<iframe|<form/i);
  expect(page.match(/<link [^>]+>/g)).toEqual(['<link rel="stylesheet" href="/docs/style.css">']);
  expect(referenceStyle()).not.toMatch(/url\(|@import/);
});

test('has no hole left over from a template', () => {
  expect(page).not.toMatch(/undefined|\[object |NaN|\$\{/);
});

test('escapes whatever is put into markup', () => {
  expect(html`<b title="${'"'}">${'<script>&'}${undefined}${false}${[1, html`<i></i>`]}</b>`.markup).toBe(
    '<b title="&quot;">&lt;script&gt;&amp;1<i></i></b>',
  );
  expect(html`${sentence('a `<b>` c')}`.markup).toBe('a <code>&lt;b&gt;</code> c');
});
