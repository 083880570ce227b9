// Builds the console when a source file is newer than the built page (a checkout; a release carries the page).
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export function ensureConsole(): void {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const built = path.join(root, 'apps/console/dist/index.html');
  const sources = globSync(['apps/console/src/**/*', 'apps/console/*.{html,ts,json}', 'packages/domain/src/**/*.ts', 'package-lock.json'], {
    cwd: root,
  });
  const newest = Math.max(...sources.map((file) => statSync(path.join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/console', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) throw new Error('the console did not build');
}
