// What a server's processor time is spent on: its threads by kind, and its PostgreSQL. Linux; elsewhere nothing is told.
import { readdirSync, readFileSync } from 'node:fs';

export interface Processes {
  readonly server: number;
  readonly postmaster?: number | undefined;
}

/** Microseconds by thread or process, and who that is. */
export type ProcessorTime = ReadonlyMap<string, { readonly who: string; readonly us: number }>;

/** Since each began. */
export function processorTime({ server, postmaster }: Processes): ProcessorTime {
  const used = new Map<string, { who: string; us: number }>();
  const add = (who: string, task: string) => {
    // nanoseconds on a processor
    const [ns] = textOf(`${task}/schedstat`).split(' ');
    used.set(task, { who, us: Number(ns) / 1000 });
  };
  for (const tid of numbersIn(`/proc/${server}/task`)) {
    const task = `/proc/${server}/task/${tid}`;
    add(tid === String(server) ? 'listening thread' : kindOf(textOf(`${task}/comm`).trim()), task);
  }
  const ofRecords = new RegExp(`^PPid:\\s*${postmaster}$`, 'm');
  for (const pid of postmaster === undefined ? [] : numbersIn('/proc'))
    if (pid === String(postmaster) || ofRecords.test(textOf(`/proc/${pid}/status`))) add('PostgreSQL', `/proc/${pid}`);
  return used;
}

/** What was used between the two, in microseconds a request, the most first; what ended meanwhile is missing, and takes nothing from others. */
export function sharesBetween(before: ProcessorTime, after: ProcessorTime, requests: number): [who: string, us: number][] {
  const shares = new Map<string, number>();
  for (const [task, { who, us }] of after) shares.set(who, (shares.get(who) ?? 0) + (us - (before.get(task)?.us ?? 0)) / requests);
  return [...shares].sort(([, a], [, b]) => b - a);
}

const kindOf = (name: string): string => KINDS.find(([sign]) => sign.test(name))?.[1] ?? name;
/** As Node names its threads. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(node|WorkerThread)/, 'other threads of JavaScript'],
  [/^(V8Worker|DelayedTask|SignalInspec)/i, 'V8: collection of garbage, compiling'],
  [/^libuv/, 'libuv: files, compression'],
];

const numbersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};
/** Empty where it ended meanwhile. */
const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
