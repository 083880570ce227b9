#!/usr/bin/env node
// Plain JavaScript on purpose: whatever Node the machine has must be able to read it.
// Under an old Node: install if needed, then go on under the Node that npm installed.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Some thousand files are read at a start: what they compile to is kept beside the installed libraries.
  module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
  await import('./src/main.ts');
} else {
  await import('../../scripts/ensure-install.mjs');
  if (process.exitCode) process.exit();
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code)));
}
