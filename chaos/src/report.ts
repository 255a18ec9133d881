import type { Plan } from './plan.js';
import { wireFaults, worldFaults } from './plan.js';
import type { Outcome } from './run.js';

/** Findings of one kind that are shown whole. */
const SHOWN = 5;

/** What came out, as a table in Markdown; what is wrong comes after it. */
export function report(outcome: Outcome, about: [string, string][]): string {
  const { verdict, participants, typed, acknowledged, stored, duration, convergence } = outcome;
  const labels = { ...worldFaults, ...wireFaults };
  const count = (number: number) => number.toLocaleString('en-US');
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const rows: [string, string][] = [
    ...about,
    ['participants', count(participants)],
    ['messages typed', count(typed)],
    ['messages acknowledged', count(acknowledged)],
    ['messages stored', count(stored)],
    ['undone by a restore', count(verdict.undone)],
    ['talking took', `${seconds(duration)}, ${count(Math.round(typed / (duration / 1_000)))} messages/s`],
    ['quiet after', seconds(convergence)],
    ...[...outcome.faults].map(([kind, times]): [string, string] => [labels[kind], count(times)]).sort(),
    ['**lost**', `**${count(verdict.lost.length)}**`],
    ['**doubled**', `**${count(verdict.doubled.length)}**`],
    ['**out of order**', `**${count(verdict.reordered.length)}**`],
    ['**leaked**', `**${count(verdict.leaked.length)}**`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `| ${name.padEnd(width)} | ${value.padStart(24)} |`);
  return [
    '',
    `| ${''.padEnd(width)} | ${''.padStart(24)} |`,
    `| ${'-'.repeat(width)} | ${'-'.repeat(23)}: |`,
    ...table,
    ...findings(outcome),
  ].join('\n');
}

function findings({ verdict }: Outcome): string[] {
  const { lost, doubled, reordered, leaked } = verdict;
  return Object.entries({ lost, doubled, reordered, leaked }).flatMap(([kind, list]) => [
    ...list.slice(0, SHOWN).map((finding) => `${kind}: ${finding}`),
    ...(list.length > SHOWN ? [`${kind}: and ${list.length - SHOWN} more`] : []),
  ]);
}

/** The plan in a line, so that two runs can be compared. */
export function describe({ world, wire }: Plan): string {
  const kinds = world.map(({ kind, at }) => `${kind} ${Math.round(at * 100)}%`).join(', ');
  return `${world.length} faults of the servers (${kinds}) and ${wire.length} on the wire`;
}
