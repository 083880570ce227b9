// 3101 over HTTP: `node benches/src/audit.ts [seconds] [people]`. The server is a process of its own, the sender this one. One row only:
// `--rate=500`, `--rate=max`, `--rate=sm2`.
import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchHome, signedRequest } from './audit-home.ts';
import { knownCodes, messageOf, ORDERS } from './audit-messages.ts';
import { sm2KeyPair, sm2Requests } from './audit-sm2.ts';
import { type Load, quantile, send } from './load.ts';
import { type Processes, processorTime, sharesBetween } from './processor-time.ts';

const [seconds = 20, people = 100_000] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const profile = process.argv.find((arg) => arg.startsWith('--prof='))?.slice(7);
/** Flags of the server's process, as `--node=--trace-gc`. */
const flags = process.argv.filter((arg) => arg.startsWith('--node=')).map((arg) => arg.slice(7));
const onlyRate = process.argv.find((arg) => arg.startsWith('--rate='))?.slice(7);
const codes = knownCodes();
const keys = sm2KeyPair();
const home = await benchHome(codes, { sm2: keys.publicKey });
home.grow(people);

interface Serving {
  readonly port: number;
  readonly processes: Processes;
  readonly seconds: number;
  use(): Promise<{ rss: number; cpu: { user: number; system: number } }>;
  /** Until its threads have answered what they make up for themselves. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

function serveHome(): Promise<Serving> {
  const script = fileURLToPath(new URL('./audit-server.ts', import.meta.url));
  const child: ChildProcess = fork(script, [home.folder], {
    execArgv: [...flags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  });
  const heard = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (m) => resolve(m as T)));
  return heard<{ ready: number; seconds: number; postmaster?: number }>().then(({ ready, seconds: took, postmaster }) => ({
    port: ready,
    processes: { server: child.pid ?? 0, postmaster },
    seconds: took,
    use() {
      child.send('use');
      return heard();
    },
    warm() {
      child.send('warm');
      return heard();
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.send('end');
      }),
  }));
}

/** Different messages, made before anything is measured. */
const bodies = Array.from({ length: 4000 }, (_, n) => Buffer.from(messageOf(n * 97, people, codes)));
const request = (n: number) => signedRequest(bodies[n % bodies.length] as Buffer);

/** Who used the processors, in µs a request. */
const shares: string[] = [];
const table: string[] = [
  '| requests/s | reached | p50 ms | p95 | p99 | p99.9 | max | failed | server CPU µs/request | RSS MB |',
  '|---|---|---|---|---|---|---|---|---|---|',
];
async function measure(serving: Serving, name: string, load: Omit<Load, 'port' | 'request'> & Partial<Load>): Promise<void> {
  const [before, threadsBefore] = [await serving.use(), processorTime(serving.processes)];
  const { times, failed, rate, cpu: sender } = await send({ request, ...load, port: serving.port });
  const { cpu, rss } = await serving.use();
  const threads = sharesBetween(threadsBefore, processorTime(serving.processes), times.length);
  shares.push(`${name}: ${threads.map(([who, us]) => `${who} ${us.toFixed(0)}`).join(', ')}; the sender ${sender.toFixed(0)}`);
  const used = (cpu.user + cpu.system - before.cpu.user - before.cpu.system) / times.length;
  const at = (q: number) => quantile(times, q).toFixed(2);
  table.push(
    `| ${name} | ${rate.toFixed(0)} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(0.999)} | ${at(1)} | ${failed} | ${used.toFixed(0)} | ${(rss / 2 ** 20).toFixed(0)} |`,
  );
}

/** Seconds at most of as many as it takes. */
const MOST_AT_FULL = 180;
const SM2_RATE = 50;
const SM2_MESSAGES = 1000;
/** Signed beforehand, which takes longer than all else. */
async function measureSm2(serving: Serving): Promise<void> {
  const some = (count: number) => {
    const made = sm2Requests(bodies, count, keys);
    return { most: count, request: (n: number) => made[n] ?? [] };
  };
  await send({ port: serving.port, seconds, connections: 4, ...some(SM2_MESSAGES / 5) });
  await measure(serving, `${SM2_RATE}, SM2`, { seconds, rate: SM2_RATE, connections: 64, ...some(SM2_MESSAGES) });
  await measure(serving, 'as many as it takes, SM2', { seconds, connections: 8, ...some(SM2_MESSAGES) });
}

try {
  const serving = await serveHome();
  await serving.warm();
  const [first] = [await send({ port: serving.port, seconds: 0.001, connections: 1, request })];
  await send({ port: serving.port, seconds: 3, connections: 4, request });
  for (const rate of onlyRate ? [onlyRate] : ['50', '200', '500', '1000', 'max', 'sm2'])
    if (rate === 'max') await measure(serving, 'as many as it takes', { seconds: Math.min(seconds, MOST_AT_FULL), connections: 8 });
    else if (rate === 'sm2') await measureSm2(serving);
    else await measure(serving, rate, { seconds, rate: Number(rate), connections: 256 });
  await serving.close();
  process.stdout.write(
    `${ORDERS}-line encounters of ${((bodies[0]?.length ?? 0) / 1024).toFixed(0)} KB, x-tif signed, history of ${people} people; started in ${serving.seconds.toFixed(1)} s, first request ${quantile(first.times, 0.5).toFixed(2)} ms; load average ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores\n\n${table.join('\n')}\n\nProcessor time by who used it, µs a request:\n\n${shares.map((line) => `- ${line}\n`).join('')}`,
  );
} finally {
  home.remove();
}
