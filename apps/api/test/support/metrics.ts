import type { ApiProcess } from './api-process.js';

/** One value of a process's `/metrics`, that of the first series of this name. */
export async function metricOf(api: ApiProcess, name: string): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
  if (!line) throw new Error(`No metric ${name}`);
  return Number(line.slice(line.lastIndexOf(' ') + 1));
}
