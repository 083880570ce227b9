// Serves the console over an open home until a signal ends it.
import { fileURLToPath } from 'node:url';
import { type Language, serverMessages } from '@hengjian/domain';
import { isLoopback, serve } from '@hengjian/server';
import { accountStoreOf, type Home } from '@hengjian/store';
import { Refused } from './command.ts';

const consoleFolder = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** The home is closed at the end, whatever the end is. Refuses where the port is taken. */
export async function serveConsole(home: Home, { port, host }: { port: number; host: string }, language: Language): Promise<void> {
  let serving: Awaited<ReturnType<typeof serve>>;
  try {
    serving = await serve({ home, consoleFolder, port, host });
  } catch (error) {
    await home.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Refused(serverMessages['server.port-taken'][language]({ port }));
    throw error;
  }
  const { governed } = await accountStoreOf(home.db).standing(null, 0, 0);
  const notice = isLoopback(host) ? 'server.local-only' : governed ? 'server.open-governed' : 'server.open-to-all';
  const said = [serverMessages['server.listening'][language]({ url: serving.url }), serverMessages[notice][language]({ host })];
  process.stdout.write(`${said.join('\n')}\n`);
  await serving.ended;
}
