// A Chromium of the machine, headless, with a fresh profile. Where it or Chinese fonts are missing, the reason.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
