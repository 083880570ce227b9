import { fileURLToPath } from 'node:url';
import { serverMessages } from '@hengjian/domain';
import { isLoopback, serve } from '@hengjian/server';
import { openHome } from '@hengjian/store';
import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../command.ts';
import { Refused } from '../command.ts';
import { ensureConsole } from '../console-page.ts';

export const consoleFolder = fileURLToPath(new URL('../../../console/dist', import.meta.url));

const portOf = (text: string) => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0–65535');
  return port;
};

const add: AddCommand = (program, context) => {
  program
    .command('serve')
    .description('启动控制台和接口')
    .option('--port <n>', '端口', portOf, 8080)
    .option('--host <address>', '监听地址(默认只对本机开放)', '127.0.0.1')
    .action(async ({ port, host }: { port: number; host: string }) => {
      const { home, language } = context();
      ensureConsole();
      const opened = await openHome(home);
      try {
        const serving = await serve({ home: opened, consoleFolder, port, host });
        process.stdout.write(`${serverMessages['server.listening'][language]({ url: serving.url })}\n`);
        const notice = isLoopback(host)
          ? serverMessages['server.local-only'][language]({})
          : serverMessages['server.open-to-all'][language]({ host });
        process.stdout.write(`${notice}\n`);
        await serving.ended;
      } catch (error) {
        await opened.close();
        if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
          throw new Refused(serverMessages['server.port-taken'][language]({ port }));
        throw error;
      }
    });
};
export default add;
