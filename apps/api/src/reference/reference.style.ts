/** The style sheet of the readable page. Its colours follow from one hue, as everywhere in Porchlight. */
export function referenceStyle(): string {
  return `:root {
  color-scheme: light dark;
  --hue: 262;
  --surface: light-dark(oklch(1 0 0), oklch(0.19 0.012 var(--hue)));
  --canvas: light-dark(oklch(0.981 0.005 var(--hue)), oklch(0.162 0.011 var(--hue)));
  --sunken: light-dark(oklch(0.972 0.006 var(--hue)), oklch(0.225 0.014 var(--hue)));
  --text: light-dark(oklch(0.24 0.02 var(--hue)), oklch(0.93 0.008 var(--hue)));
  --muted: light-dark(oklch(0.5 0.02 var(--hue)), oklch(0.7 0.015 var(--hue)));
  --line: light-dark(oklch(0.915 0.008 var(--hue)), oklch(0.29 0.014 var(--hue)));
  --accent: light-dark(oklch(0.49 0.15 var(--hue)), oklch(0.78 0.11 var(--hue)));
  --green: light-dark(oklch(0.48 0.11 152), oklch(0.79 0.13 152));
  --amber: light-dark(oklch(0.5 0.11 65), oklch(0.82 0.12 75));
  --red: light-dark(oklch(0.52 0.17 25), oklch(0.76 0.13 25));
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  accent-color: var(--accent);
  scroll-padding-top: 24px;
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--surface);
  color: var(--text);
  font: 15px/24px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  -webkit-font-smoothing: antialiased;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
h1, h2, h3, h4, p, ul, dl, dd, figure, pre { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: 0.88em; }
:target { scroll-margin-top: 24px; }

.skip { position: absolute; left: 16px; top: -64px; z-index: 1; padding: 8px 16px; border-radius: 6px; background: var(--surface); }
.skip:focus { top: 16px; }

nav { padding: 24px 24px 8px; background: var(--canvas); border-block-end: 1px solid var(--line); font-size: 14px; line-height: 20px; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--accent); }
nav h2 { font-size: 14px; font-weight: 600; }
nav h2 a { display: block; padding: 6px 0; }
nav ul { display: none; }
.chapters { display: flex; flex-wrap: wrap; column-gap: 20px; }
.brand { margin-block-end: 12px; font-size: 16px; font-weight: 650; letter-spacing: -0.01em; }
.brand span { color: var(--muted); font-weight: 400; }

main { padding: 40px 24px 96px; max-width: 1240px; }
h1 { font-size: 32px; line-height: 40px; font-weight: 700; letter-spacing: -0.022em; text-wrap: balance; }
header p { margin-block-start: 8px; color: var(--muted); font-size: 18px; line-height: 28px; text-wrap: pretty; }
section { margin-block-start: 64px; }
main h2 { font-size: 24px; line-height: 32px; font-weight: 680; letter-spacing: -0.017em; }
main h3 { font-size: 18px; line-height: 28px; font-weight: 650; letter-spacing: -0.01em; }
main h3 a, main h4 a:first-child { color: inherit; text-decoration: none; }
main h3 a:hover, main h4 a:hover { color: var(--accent); }
main h4 { margin-block: 24px 4px; font-size: 13px; line-height: 20px; font-weight: 600; color: var(--muted); }
main p { max-width: 68ch; text-wrap: pretty; }
main h2 + p, main p + p, main p + dl, main h3 + p { margin-block-start: 8px; }
dl + p { margin-block-start: 16px; }
dl + h3, .event + h3 { margin-block-start: 40px; }
:is(p, dd, dt) > code { padding: 1px 4px; border-radius: 4px; background: var(--sunken); overflow-wrap: break-word; }
:is(h3, h4) + :is(p, dl) { margin-block-start: 4px; }

.split { display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr); }
article.split { padding-block-start: 40px; margin-block-start: 40px; border-block-start: 1px solid var(--line); }
.place { overflow-wrap: anywhere; background: none !important; padding: 0 !important; color: var(--muted); }
.place i { font-style: normal; color: var(--text); }
.place b { font-weight: 650; margin-inline-end: 4px; }
.get { color: var(--accent); }
.post { color: var(--green); }
.put, .patch { color: var(--amber); }
.delete { color: var(--red); }
.index { align-self: start; padding: 12px 16px; border: 1px solid var(--line); border-radius: 10px; }
.index a { display: block; padding: 3px 0; text-decoration: none; }
.index a:hover .place { color: var(--accent); }
.who { display: flex; flex-wrap: wrap; gap: 6px; }
.who a { padding: 0 8px; border: 1px solid var(--line); border-radius: 99px; color: var(--muted); font-size: 12px; line-height: 22px; text-decoration: none; }
.who a::first-letter { text-transform: uppercase; }
.who a:hover { color: var(--accent); border-color: currentColor; }

.fields > div { padding-block: 10px; border-block-start: 1px solid var(--line); }
.fields > div:first-child { border: 0; }
.fields dd { color: var(--muted); font-size: 14px; line-height: 22px; max-width: 64ch; overflow-wrap: break-word; }
.fields dd:empty { display: none; }
.fields dt { color: var(--text); font-size: 15px; line-height: 22px; }
.fields dt > code { padding: 0; background: none; font-weight: 600; font-size: 13.5px; }
.fields .fields { margin-block-start: 4px; padding-inline-start: 16px; border-inline-start: 2px solid var(--line); }
.type, .meaning { color: var(--muted); font-size: 13px; }
.type { margin-inline-start: 4px; }
.type code { color: var(--text); }
.mark { margin-inline-start: 6px; color: var(--amber); font-size: 12px; white-space: nowrap; }
.meaning { margin-inline-start: 8px; }
.answers li { padding-block: 2px; }
.answers b, .codes b { font-variant-numeric: tabular-nums; font-weight: 600; }
.failures { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-block-start: 6px; font-size: 12.5px; }
.failures a { color: var(--muted); text-decoration: none; font-variant-numeric: tabular-nums; }
.failures a:hover { color: var(--accent); }

.terms { margin-block-start: 16px; }
.terms > div { padding-block: 12px; border-block-start: 1px solid var(--line); }
.terms dt { font-weight: 600; }
.terms dd { max-width: 68ch; color: var(--muted); text-wrap: pretty; }
.terms code { color: var(--text); overflow-wrap: anywhere; }
.codes { display: grid; gap: 2px 24px; margin-block: 16px 0; font-size: 14px; grid-template-columns: minmax(0, 1fr); }
.codes > div { display: grid; grid-template-columns: minmax(0, 240px) minmax(0, 1fr); gap: 12px; padding-block: 3px; }
.codes dd { color: var(--muted); }

.samples { display: grid; gap: 16px; align-content: start; }
.sample { min-width: 0; align-self: start; border: 1px solid var(--line); border-radius: 10px; background: var(--canvas); overflow: hidden; }
.sample figcaption { padding: 8px 16px; border-block-end: 1px solid var(--line); color: var(--muted); font-size: 12.5px; line-height: 20px; font-weight: 550; }
pre { padding: 14px 16px; overflow-x: auto; font-size: 12.5px; line-height: 20px; tab-size: 2; }
pre code { font-size: inherit; }
pre:focus-visible { outline-offset: -2px; border-radius: 10px; }
pre .comment { color: var(--muted); }
.wrapped pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.key { color: var(--accent); }
.string { color: var(--green); }

.event { margin-block-start: 16px; padding-block-start: 14px; border-block-start: 1px solid var(--line); }
.event h4 { margin: 0; font-size: 14px; line-height: 22px; font-weight: 400; }
.event h4 + p { margin-block-start: 0; }
.event h4 code { font-weight: 600; color: var(--text); font-size: 13.5px; }
.event p { color: var(--muted); font-size: 14px; line-height: 22px; }
.event .fields { margin-block-start: 4px; padding-inline-start: 16px; border-inline-start: 2px solid var(--line); }
.types { display: grid; gap: 40px; margin-block-start: 32px; grid-template-columns: minmax(0, 1fr); }

.up { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 99px; background: var(--surface); box-shadow: 0 2px 8px oklch(0 0 0 / 0.12); color: var(--text); font-size: 13px; line-height: 20px; text-decoration: none; }

@media (max-width: 479px) {
  .codes > div { grid-template-columns: minmax(0, 1fr); gap: 0; padding-block: 6px; }
}
@media (min-width: 960px) {
  body { display: grid; grid-template-columns: 248px minmax(0, 1fr); }
  nav { position: sticky; inset-block-start: 0; block-size: 100dvh; overflow-y: auto; padding: 32px 16px 48px 24px; border-block-end: 0; border-inline-end: 1px solid var(--line); scrollbar-width: thin; }
  .chapters { display: block; }
  nav h2 { margin-block-start: 20px; }
  nav ul { display: block; }
  nav li a { display: block; padding: 3px 0; color: var(--muted); }
  main { padding: 64px 56px 160px; }
  .up { display: none; }
}
@media (min-width: 1200px) {
  .split { grid-template-columns: minmax(0, 1fr) minmax(0, 440px); gap: 56px; }
  .samples, .split > .sample { position: sticky; inset-block-start: 24px; }
  .samples { align-self: start; max-block-size: calc(100dvh - 48px); overflow-y: auto; scrollbar-width: thin; border-radius: 10px; }
  .terms > div { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 24px; }
  .split .terms > div { grid-template-columns: 128px minmax(0, 1fr); }
  .event { display: grid; grid-template-columns: minmax(0, 320px) minmax(0, 1fr); column-gap: 24px; }
  .event .fields { grid-column: 2; margin-block-start: 8px; }
  .types { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 56px; }
}
@media (prefers-contrast: more) {
  :root { --muted: var(--text); --line: currentColor; }
}
@media print {
  nav, .up, .skip { display: none; }
  .samples, .split > .sample { position: static; max-block-size: none; }
}
`;
}
