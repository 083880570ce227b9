// Malformed messages to a real server process: node conformance/src/fuzz/interface-fuzz.ts [MESSAGES=100000] [SEED=1]
// Every answer must be a valid envelope, the server must live, keep its memory, and log nothing of what it was sent.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { envelopeFault } from './envelope.ts';
import { CANARY, type Malformed, malformed } from './messages.ts';

export interface FuzzReport {
  readonly messages: number;
  readonly seconds: number;
  /** Kind of message → how many were answered 0 and -1. */
  readonly kinds: Readonly<Record<string, { answered: number; refused: number }>>;
  readonly faults: readonly string[];
  /** Resident memory of the server after a third and at the end, MB: medians of several looks. */
  readonly memoryMb: { readonly early: number; readonly late: number };
  readonly log: string;
  /** A message in order, sent at the end, was answered as at the start. */
  readonly wellAtTheEnd: boolean;
}

const main = fileURLToPath(new URL('../../../apps/cli/hengjian.mjs', import.meta.url));
const WORKERS = 6;
const LATE_MS = 30_000;

async function startServer(home: string) {
  const child = spawn(process.execPath, [main, 'serve', '--home', home, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      log += piece.toString();
    });
  for (let wait = 0; wait < 1200 && !/http:\/\/\S+/.test(log) && child.exitCode === null; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const url = /http:\/\/[^\s（(]+/.exec(log)?.[0];
  if (!url) throw new Error(`the server did not start: ${log}`);
  return { child, url, log: () => log };
}

/** Status and text; an answer that comes while the body is still being sent counts, as it does for a hospital's software. */
function post(url: URL, agent: http.Agent, { path: where, headers, body }: Malformed): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: url.hostname,
        port: url.port,
        path: where,
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': body.length },
        timeout: LATE_MS,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.end(body);
  });
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

export async function fuzz(messages: number, seed: number, onProgress?: (done: number) => void): Promise<FuzzReport> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-fuzz-'));
  const server = await startServer(path.join(scratch, 'home'));
  const url = new URL(server.url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: WORKERS });
  const kinds: Record<string, { answered: number; refused: number }> = {};
  const faults: string[] = [];
  const memory: number[] = [];
  const started = performance.now();
  let next = 0;
  const send = async (n: number) => {
    const message = malformed(seed, n);
    kinds[message.kind] ??= { answered: 0, refused: 0 };
    const tally = kinds[message.kind] as { answered: number; refused: number };
    try {
      const { status, text } = await post(url, agent, message);
      const fault = envelopeFault(status, text);
      if (fault) faults.push(`${n} (${message.kind}): ${fault}`);
      else if (text.startsWith('{"infcode":0')) tally.answered += 1;
      else tally.refused += 1;
    } catch (error) {
      faults.push(`${n} (${message.kind}): ${String(error)}`);
    }
  };
  const work = async () => {
    while (next < messages && faults.length < 50 && server.child.exitCode === null) {
      const n = next;
      next += 1;
      await send(n);
      if (n % Math.max(1, Math.floor(messages / 60)) === 0) {
        memory.push(residentMb(server.child.pid as number));
        onProgress?.(n);
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  const seconds = (performance.now() - started) / 1000;
  const last = {
    kind: 'in order',
    path: '/',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{"infno":"9001","msgid":"z","input":{"signIn":{"opter_no":"1"}}}'),
  };
  const end = await post(url, agent, last).catch(() => ({ status: 0, text: '' }));
  agent.destroy();
  const alive = server.child.exitCode === null;
  if (alive) {
    server.child.kill('SIGTERM');
    await once(server.child, 'exit');
  }
  rmSync(scratch, { recursive: true, force: true });
  const third = Math.floor(memory.length / 3);
  return {
    messages: next,
    seconds,
    kinds,
    faults: alive ? faults : [...faults, `the server ended with ${server.child.exitCode}`],
    memoryMb: { early: median(memory.slice(third, 2 * third)), late: median(memory.slice(2 * third)) },
    log: server.log(),
    wellAtTheEnd: envelopeFault(end.status, end.text) === undefined && end.text.startsWith('{"infcode":0'),
  };
}

/** What must hold of a report, as sentences; nothing where all of it does. */
export function judged({ faults, memoryMb, log, wellAtTheEnd }: FuzzReport): string[] {
  return [
    ...faults,
    ...(log.includes(CANARY) ? ['the log quotes a message'] : []),
    // of two thirds of the run: what is a leak doubles, what is a heap breathes
    ...(memoryMb.late > memoryMb.early * 1.3 + 80
      ? [`memory grew from ${memoryMb.early.toFixed(0)} to ${memoryMb.late.toFixed(0)} MB`]
      : []),
    ...(wellAtTheEnd ? [] : ['a message in order is not answered at the end']),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [messages = 100_000, seed = 1] = process.argv.slice(2).map(Number);
  const report = await fuzz(messages, seed, (done) => process.stderr.write(`\r${done}/${messages}`));
  const wrong = judged(report);
  const { log, ...rest } = report;
  process.stdout.write(`\n${JSON.stringify({ ...rest, logBytes: log.length }, null, 1)}\n${wrong.join('\n')}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
