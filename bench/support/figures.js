import { availableParallelism, cpus } from 'node:os';

/** The value below which a share of the sorted values lies. */
export function percentile(sorted, share) {
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const whole = (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '-');
export const fixed = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '-');
export const ratio = (value, of) => (of > 0 && Number.isFinite(value) ? `${(value / of).toFixed(2)}x` : '-');

export const machine = () =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}`;

/** Prints rows as a Markdown table: the first column to the left, all others to the right. */
export function table(title, head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log(['', title, '', line(lines[0]), rule, ...lines.slice(1).map(line), ''].join('\n'));
}
