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
  if (status === 0) putInPlace(aside, built, begun);
  rmSync(aside, { recursive: true, force: true });
  if (status !== 0) throw new Error('the console did not build');
}

function putInPlace(aside: string, built: string, begun: number): void {
  // Somebody else was faster, with the same sources.
  if (existsSync(built) && statSync(built).mtimeMs >= begun) return;
  const old = `${aside}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(aside, dist);
  rmSync(old, { recursive: true, force: true });
}
