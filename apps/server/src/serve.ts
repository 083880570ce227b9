// Listens, and ends cleanly on Ctrl-C and SIGTERM: first the server, then the stores.
import { randomBytes } from 'node:crypto';
import type { Home } from '@hengjian/store';
import { signOnSettings } from './account/sign-on-settings.ts';
import type { App } from './api.ts';
import { createApp } from './app.ts';
import { moveFindings } from './finding-life.ts';
import { auditThreads } from './interface/settings.ts';
import { reachSettings } from './reach.ts';

export interface ServeOptions {
  home: Home;
  consoleFolder: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
}

export interface Serving {
  app: App;
  url: string;
  /** Resolves when everything is closed. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at what is due. */
const MOVE_EVERY = 5 * 60_000;

export const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === 'localhost' || host === '::1';

/** Throws with code EADDRINUSE where the port is taken (the home stays open then). The home is closed with the server. */
export async function serve({ home, consoleFolder, port, host }: ServeOptions): Promise<Serving> {
  const token = randomBytes(24).toString('base64url');
  const [reach, signOn] = [reachSettings(), signOnSettings()];
  // behind a proxy this machine's own address says nothing about who asks
  const own = isLoopback(host) && reach.trustProxy === null;
  const app = await createApp({
    home,
    consoleFolder,
    loopbackOnly: own,
    trustLoopback: own,
    token,
    auditThreads: auditThreads(),
    reach,
    signOn,
  });
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    throw error;
  }
  const shown = host === '0.0.0.0' || host === '::' || isLoopback(host) ? '127.0.0.1' : host;
  const address = app.server.address();
  const url = `http://${shown}:${typeof address === 'object' ? address?.port : port}/`;
  const withdraw = await home.announceServer({ url, token });
  // What the clock does by itself: now (a killed review left it undone), and then again and again.
  const move = () => moveFindings(home).catch((error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  let moving: Promise<unknown> = move();
  const clock = setInterval(() => {
    moving = moving.then(move);
  }, MOVE_EVERY);
  clock.unref();
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  let closing = false;
  const close = () => {
    if (!closing) {
      closing = true;
      clearInterval(clock);
      process.off('SIGINT', close);
      process.off('SIGTERM', close);
      app
        .close()
        .then(() => withdraw?.())
        .then(() => moving)
        .then(() => home.close())
        .then(resolve, reject);
    }
    return ended;
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  return { app, url, ended, close };
}
