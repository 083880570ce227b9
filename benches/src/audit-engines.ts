// The same rules over the same messages behind the same HTTP server: closures of this product, two public JavaScript rule engines.
// Every answer is compared with the closures' before anything is timed. `node benches/src/audit-engines.ts [seconds] [people]`
import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchHome, signedRequest } from './audit-home.ts';
import { knownCodes, messageOf, ORDERS } from './audit-messages.ts';
import { quantile, send } from './load.ts';

const [seconds = 5, people = 10_000] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const COMPARED = 100;
const codes = knownCodes();
const home = await benchHome(codes);
home.grow(people);
const bodies = Array.from({ length: 500 }, (_, n) => Buffer.from(messageOf(n * 97, people, codes)));

const child: ChildProcess = fork(fileURLToPath(new URL('./audit-engines-server.ts', import.meta.url)), [home.folder]);
const heard = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (m) => resolve(m as T)));
const use = async (): Promise<number> => {
  child.send('use');
  const { cpu } = await heard<{ cpu: NodeJS.CpuUsage }>();
  return cpu.user + cpu.system;
};

/** What the first messages are answered, without the head. */
async function said(port: number, way: string): Promise<string[]> {
  const answers: string[] = [];
  for (const body of bodies.slice(0, COMPARED)) {
    const [head, text] = signedRequest(body, `/${encodeURIComponent(way)}`);
    const headers = Object.fromEntries(
      head
        .toString()
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(': ') as [string, string]),
    );
    const { 'content-length': _, host: __, ...own } = headers;
    const response = await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(way)}`, { method: 'POST', headers: own, body: text });
    answers.push(JSON.stringify(((await response.json()) as { output: unknown }).output));
  }
  return answers;
}

try {
  const { ready: port, ways, rules } = await heard<{ ready: number; ways: string[]; rules: number }>();
  const rows: string[] = [];
  const requestsOf = (way: string) => (n: number) => signedRequest(bodies[n % bodies.length] as Buffer, `/${encodeURIComponent(way)}`);
  // the code that all share is compiled then, and their own
  for (const way of [...ways, ...ways]) await send({ port, seconds, request: requestsOf(way), connections: 4 });
  let truth: string[] | undefined;
  const used: number[] = [];
  for (const [i, way] of ways.entries()) {
    const answers = await said(port, way);
    if (i > 0) {
      truth ??= answers;
      const at = answers.findIndex((one, n) => one !== truth?.[n]);
      if (at >= 0) throw new Error(`${way}: message ${at} is answered ${answers[at]} for ${truth[at]}`);
    }
    const request = requestsOf(way);
    const before = await use();
    const most = await send({ port, seconds, request, connections: 4 });
    used.push(((await use()) - before) / most.times.length);
    const alone = await send({ port, seconds, request, connections: 1 });
    const [reading = 0, closures = 0, own = 0] = [used[0], used[1], used[i]];
    const rulesAlone = i === 0 ? ['', ''] : [(own - reading).toFixed(0), (own / closures).toFixed(1)];
    rows.push(
      `| ${way} | ${most.rate.toFixed(0)} | ${quantile(alone.times, 0.5).toFixed(2)} | ${quantile(alone.times, 0.99).toFixed(2)} | ${own.toFixed(0)} | ${rulesAlone.join(' | ')} | ${most.failed + alone.failed} |`,
    );
  }
  const found = truth?.reduce((sum, text) => sum + text.split('"rule_id"').length - 1, 0) ?? 0;
  process.stdout.write(
    `${ORDERS}-line encounters, ${rules} rules on single records, history of ${people} people; the first ${COMPARED} messages answered alike, ${(found / COMPARED).toFixed(1)} rules violated a message; load average ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores\n\n| engine | requests/s, 4 at once | p50 ms, 1 at once | p99 | server CPU µs/request | of it beyond the first row | × closures, the whole request | failed |\n|---|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
  );
} finally {
  child.send('end');
  await new Promise((resolve) => child.once('exit', resolve));
  home.remove();
}
