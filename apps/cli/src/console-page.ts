// Builds the console when a source file is newer than the built page (a checkout; a release carries the page).
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const dist = path.join(root, 'apps/console/dist');

/** Throws where the page does not build (vite has said why). */
export function ensureConsole(): void {
  const built = path.join(dist, 'index.html');
  const sources = globSync(
    ['apps/console/src/**/*', 'apps/console/*.{html,ts,json}', 'packages/{domain,language}/src/**/*.ts', 'package-lock.json'],
    {
      cwd: root,
    },
  );
  const newest = Math.max(...sources.map((file) => statSync(path.join(root, file)).mtimeMs));
  const begun = Date.now();
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  // Built aside and put in place at once: another process may be serving the page, or building it too.
  const aside = path.join(root, `apps/console/node_modules/.building-${process.pid}`);
  mkdirSync(path.dirname(aside), { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/console', '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  try {
    if (status !== 0) throw new Error('the console did not build');
    putInPlace(aside, built, begun);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function putInPlace(aside: string, built: string, begun: number): void {
  // Somebody else was faster, with the same sources.
  const isDone = () => existsSync(built) && statSync(built).mtimeMs >= begun;
  if (isDone()) return;
  const old = `${aside}-old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(aside, dist);
  } catch (error) {
    // … or was so between the question and the renaming: what stands there is newer than the sources all the same.
    if (!existsSync(built)) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
