// First step of `npm start`, `npm test` and `npx hengjian`: install once, and again when package-lock.json changes.
// Plain JavaScript without imports of ours: it runs under whatever Node the machine has; everything after it runs
// under the Node that npm installs. With --after (the root's postinstall) it only finishes an install made by hand.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const busy = `${root}.installing`;
const stamp = `${root}node_modules/.installed`;
const link = `${root}node_modules/.bin/node`;
const sha = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const want = `${sha} ${process.platform}-${process.arch}\n`;

const installed = () => existsSync(link) && existsSync(stamp) && readFileSync(stamp, 'utf8') === want;

if (process.argv[2] === '--after') finish();
else if (!installed()) {
  lock();
  try {
    if (!installed()) install();
  } finally {
    rmSync(busy, { force: true });
  }
}

function install() {
  console.error('正在安装依赖(约 1 分钟) · installing dependencies …');
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const [command, ...first] = cli ? [process.env.npm_node_execpath ?? process.execPath, cli] : ['npm'];
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return finish();
  console.error('安装失败:npm ci 没有完成,原因见上 · installation failed: npm says why above');
  process.exitCode = 1;
}

/** `npm start` and `npm test` at once: the second waits for the first's installation. */
function lock() {
  for (;;) {
    try {
      return writeFileSync(busy, `${process.pid}`, { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    try {
      process.kill(Number(readFileSync(busy, 'utf8')) || process.pid, 0);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    } catch {
      rmSync(busy, { force: true }); // its owner is gone
    }
  }
}

function finish() {
  const node = `node-${process.platform}-${process.arch}`;
  if (!existsSync(`${root}node_modules/${node}/bin/node`)) {
    console.error(`没有适合本机的 Node · no Node for this machine: ${node}`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(`${root}node_modules/.bin`, { recursive: true });
  if (!existsSync(link)) symlinkSync(`../${node}/bin/node`, link); // npm 10 leaves it out
  writeFileSync(stamp, want);
}
