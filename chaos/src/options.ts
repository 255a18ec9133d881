import { parseArgs } from 'node:util';

export interface Options {
  messages: number;
  minutes: number;
  processes: number;
  seed: number;
  database: string;
  bus: string;
  visitors: number;
  agents: number;
  members: number;
}

export const usage = `npm run chaos -- [options]

  --messages N    how many to type; 1000 if neither this nor --minutes is given
  --minutes M     for how long to type; whichever comes first ends the run
  --processes P   API processes; 1, and more only on PostgreSQL
  --database D    embedded, or postgres://... of a server on which databases may be made; embedded
  --bus B         none, redis (a server of our own, if this machine has it) or redis://...; none
  --seed S        of the fault plan; any number, drawn if not given
  --visitors N, --agents N, --members N   who talks; 12, 2 and 6
`;

/** Reads the command line. Throws an Error that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const names = [
    'messages',
    'minutes',
    'processes',
    'database',
    'bus',
    'seed',
    'visitors',
    'agents',
    'members',
  ] as const;
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const number = (name: (typeof names)[number], otherwise: number, low: number, high: number) => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isInteger(value) || value < low || value > high) throw new Error(`--${name}: ${low} to ${high}`);
    return value;
  };
  const { database = 'embedded', bus = 'none' } = values as { database?: string; bus?: string };
  if (!/^(embedded|postgres(ql)?:\/\/.+)$/.test(database)) throw new Error('--database: embedded or postgres://...');
  if (!/^(none|redis|redis:\/\/.+)$/.test(bus)) throw new Error('--bus: none, redis or redis://...');
  const processes = number('processes', 1, 1, 16);
  if (processes > 1 && database === 'embedded') throw new Error('--processes: the embedded database is for one');
  const minutes = number('minutes', 24 * 60, 1, 24 * 60);
  return {
    messages: number('messages', values['minutes'] ? 10_000_000 : 1_000, 100, 10_000_000),
    minutes,
    processes,
    database,
    bus,
    seed: number('seed', Math.floor(Math.random() * 2 ** 32), 0, 2 ** 32 - 1),
    visitors: number('visitors', 12, 1, 1_000),
    agents: number('agents', 2, 1, 100),
    members: number('members', 6, 0, 1_000),
  };
}
