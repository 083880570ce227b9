// A Chromium of the machine, headless, with a fresh profile. Where it or Chinese fonts are missing, the reason.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';

const EXECUTABLE = '/usr/bin/chromium';

const fonts = (): boolean => {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
};

/** undefined where a browser is at hand. */
export const missing: string | undefined = !existsSync(EXECUTABLE)
  ? `no ${EXECUTABLE}: sh scripts/ensure-browser.sh`
  : fonts()
    ? undefined
    : 'no Chinese fonts: sh scripts/ensure-browser.sh';

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });

/** Types a day (or month) into the product's own field. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Enter');
}

export interface Watch {
  /** What the browser said so far; who expects it takes it out. */
  readonly complaints: string[];
  /** Also has an eye on this page. */
  on(page: Page): void;
  /** Goes to an address of the product and waits until its page is there and has its data. */
  open(page: Page, address: string): Promise<void>;
  /** Nothing is cut off to the right, and the browser had nothing to complain of. */
  sound(page: Page): Promise<void>;
}

/**
 * Watches what the browser says of pages. `name` is that of the pictures, which are taken where HENGJIAN_PICTURES names a folder;
 * `refusals` are answers of the server that the browser tells as errors; `warnings` count too where they are asked for.
 */
export function watchPages(
  base: () => string,
  { name, refusals, warnings = false }: { name: string; refusals?: RegExp; warnings?: boolean },
): Watch {
  const complaints: string[] = [];
  const pages: Page[] = [];
  let pictures = 0;
  // a wait that ran out says nothing of what stood there instead
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const page of pages.filter((one) => !one.isClosed()))
      console.warn(`${task.name}: ${page.url()}\n${await page.locator('body').ariaSnapshot()}\n${complaints.join('\n')}`);
  });
  return {
    complaints,
    on(page) {
      pages.push(page);
      page.on('console', (message) => {
        const counts = message.type() === 'error' || (warnings && message.type() === 'warning');
        if (counts && !refusals?.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(base()))
          complaints.push(`asks elsewhere: ${request.url()}`);
      });
    },
    async open(page, address) {
      await page.goto(new URL(address, base()).href);
      await page.locator('main.page').waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
    },
    async sound(page) {
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      pictures += 1;
      const folder = process.env.HENGJIAN_PICTURES;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}-${String(pictures).padStart(2, '0')}.png`), fullPage: true });
    },
  };
}
