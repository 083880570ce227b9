import { openHome } from '@hengjian/store';
import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../command.ts';
import { ensureConsole } from '../console-page.ts';
import { serveConsole } from '../serve-console.ts';

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
    .option('--host <address>', '监听地址（默认只对本机开放）', '127.0.0.1')
    .action(async (options: { port: number; host: string }) => {
      const { home, language } = context();
      ensureConsole();
      await serveConsole(await openHome(home), options, language);
    });
};
export default add;
