// The console of a home, served by this process and open in a browser; what is created here is closed here.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '@hengjian/server';
import { captchaDesk } from '@hengjian/server/complaint/captcha.ts';
import type { Home } from '@hengjian/store';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** One white pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==', 'base64');

export interface OpenConsole {
  readonly app: App;
  readonly url: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Every captcha reads ACEFH. `now`: the server's clock; `today`: the browser's day, both the machine's unless said. */
export async function openConsole(home: Home, { now, today }: { now?: () => number; today?: string } = {}): Promise<OpenConsole> {
  ensureConsole();
  const consoleFolder = path.join(root, 'apps/console/dist');
  const app = await createApp({ home, consoleFolder, captchas: captchaDesk(() => 'ACEFH'), ...(now && { now }) });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  if (today) await context.clock.setFixedTime(`${today}T10:00:00`);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { app, url, browser, context, page };
}

export async function closeConsole({ app, browser }: Partial<Pick<OpenConsole, 'app' | 'browser'>>): Promise<void> {
  await browser?.close();
  await app?.close();
}
