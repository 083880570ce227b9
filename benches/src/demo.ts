// The main job from nothing: wall time and peak resident memory of the whole tree, as `demo` itself prints them, beside the plain
// generation of the same city (the part that no product could save). `node benches/src/demo.ts [persons]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const persons = process.argv[2] ?? '20000';
const cli = fileURLToPath(new URL('../../apps/cli/hengjian.mjs', import.meta.url));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-demo-'));
const timed = (...args: string[]) => {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - start) / 1000, text: `${stderr}${stdout}` };
};
try {
  const city = timed('city', 'generate', '--out', path.join(scratch, 'city'), '--persons', persons, '--months', '12', '--seed', '2025');
  const demo = timed('--home', path.join(scratch, 'home'), 'demo', '--no-serve', '--persons', persons);
  const cost = demo.text.split('\n').filter((line) => / s$|MiB/.test(line));
  process.stdout.write(
    `${cost.join('\n')}\ndemo ${demo.seconds.toFixed(1)} s; the city alone ${city.seconds.toFixed(1)} s (${(demo.seconds / city.seconds).toFixed(1)} times that)\n`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
