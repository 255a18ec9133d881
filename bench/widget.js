import { writeFileSync } from 'node:fs';
import { launchBrowser } from '../scripts/browser.js';
import { atEnd, benchmark } from './support/benchmark.js';
import { fixed, machine, percentile, ratio, table, whole } from './support/figures.js';
import { peers } from './widget/contestants/peers.js';
import { porchlight } from './widget/contestants/porchlight.js';
import { inspect, visit } from './widget/measure.js';
import { fetchPeers } from './widget/peers.js';

/**
 * `npm run bench:widget`: what the widget costs the page it stands on, beside widgets from npm. Every visit is that of
 * somebody who was never here, on a machine slowed down four times; all take turns, and an empty page is taken off.
 * Needs a build. `--long` makes three times as many visits, `--slowdown 2` is for a machine that is slow by itself,
 * `--json <file>` keeps the figures.
 */

const ROUNDS = 5;

const empty = { name: 'empty page', head: '', body: '', ready: (page) => page.locator('h1') };

const median = (values) =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** The medians of all visits, step by step; each step has what came before in it. */
function summary(visits) {
  return [0, 1, 2].map((step) =>
    Object.fromEntries(
      ['script', 'tasks', 'blocking', 'shift', 'requests', 'bytes'].map((name) => [
        name,
        ['requests', 'bytes'].includes(name)
          ? visits[0].slice(0, step + 1).reduce((sum, each) => sum + each[name], 0)
          : median(visits.map((steps) => steps[step][name])),
      ]),
    ),
  );
}

const less = (value, base) => Math.max(0, value - base);

async function measure({ long, slowdown, json }) {
  fetchPeers();
  const browser = await launchBrowser();
  atEnd(() => browser.close());
  console.log(`${machine()}, Chromium ${browser.version()}`);
  const contestants = [empty, porchlight, ...peers];
  const visits = new Map(contestants.map((contestant) => [contestant, []]));
  const failed = new Map();
  const rounds = long ? ROUNDS * 3 : ROUNDS;
  // The first round warms the machine up and finds out who cannot be opened.
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      if (failed.has(contestant)) continue;
      try {
        const steps = await visit(browser, contestant, Number(slowdown));
        if (round > 0) visits.get(contestant).push(steps);
      } catch (error) {
        failed.set(contestant, error);
      }
    }
  }
  const base = summary(visits.get(empty));
  const results = [];
  for (const contestant of contestants.slice(1)) {
    if (failed.has(contestant)) {
      results.push({ name: contestant.name, failed: String(failed.get(contestant).message).split('\n')[0] });
      continue;
    }
    const [load, opened, said] = summary(visits.get(contestant));
    const of = (step, index) => ({
      ...step,
      script: less(step.script, base[index].script),
      tasks: less(step.tasks, base[index].tasks),
    });
    const steps = { load: of(load, 0), opened: of(opened, 1), said: of(said, 2) };
    results.push({ name: contestant.name, ...steps, ...(await inspect(browser, contestant)) });
  }
  await browser.close();
  print(results, rounds, slowdown);
  if (json)
    writeFileSync(
      json,
      `${JSON.stringify({ machine: machine(), chromium: browser.version(), rounds, slowdown, results }, null, 2)}\n`,
    );
}

function print(results, rounds, slowdown) {
  const [ours] = results;
  const kb = (bytes) => fixed(bytes / 1024);
  const there = results.filter(({ failed }) => !failed);
  table(
    `Load and open, medians of ${rounds} visits, CPU slowed down ${slowdown} times, the empty page taken off`,
    [
      '',
      'KiB load',
      'KiB open',
      'ratio',
      'requests',
      'script ms load',
      'script ms open',
      'ratio',
      'all tasks ms',
      'blocking ms load',
      'open',
      'CLS',
    ],
    there.map(({ name, load, opened }) => [
      name,
      kb(load.bytes),
      kb(opened.bytes),
      ratio(opened.bytes, ours.opened.bytes),
      opened.requests,
      whole(load.script),
      whole(opened.script),
      ratio(opened.script, ours.opened.script),
      whole(opened.tasks),
      whole(load.blocking),
      whole(opened.blocking),
      fixed(opened.shift, 3),
    ]),
  );
  table(
    'The first message, with what came before; a strict Content Security Policy; and WCAG 2.2 AA by axe',
    ['', 'script ms', 'all tasks ms', 'under the policy', 'violations', 'rules broken'],
    there.map(({ name, said, strict, rules }) => [
      name,
      whole(said.script),
      whole(said.tasks),
      strict.works ? 'works' : 'does not open',
      strict.violations,
      rules.length ? `${rules.length}: ${rules.join(', ')}` : '0',
    ]),
  );
  for (const { name, failed } of results) if (failed) console.log(`${name} could not be opened: ${failed}`);
}

await benchmark(import.meta.url, { slowdown: { type: 'string', default: '4' }, json: { type: 'string' } }, measure);
