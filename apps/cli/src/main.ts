// The command line: parses, runs one verb, turns refusals into exit code 1 and wrong usage into 2.
import { Command, CommanderError } from 'commander';
import { Refused } from './command.ts';
import { commands } from './commands.gen.ts';
import { contextOf } from './context.ts';

const program = new Command('hengjian')
  .description('衡鉴：医保基金监管与预算绩效 · Hengjian: fund supervision and budget performance')
  .option('--home <dir>', '数据目录（默认 ./.hengjian，或环境变量 HENGJIAN_HOME）')
  .option('--lang <zh|en>', '语言', 'zh')
  .enablePositionalOptions()
  .showHelpAfterError('（用 --help 查看用法）')
  .exitOverride();
// `--home` and `--lang` may stand before or after the verb.
const context = () => contextOf(program.opts());
// A verb brings with it all that it needs: only those that are typed are loaded, or all where the help lists them.
const typed = Object.entries(commands).filter(([verb]) => process.argv.includes(verb, 2));
for (const [, load] of typed.length > 0 ? typed : Object.entries(commands)) (await load()).default(program, context);
const lift = (command: Command): void => {
  for (const sub of command.commands) {
    sub.exitOverride();
    if (sub.commands.length === 0) {
      sub.option('--home <dir>', '数据目录').option('--lang <zh|en>', '语言');
      sub.hook('preAction', (_, action) => {
        const { home, lang } = action.opts<{ home?: string; lang?: string }>();
        if (home) program.setOptionValue('home', home);
        if (lang) program.setOptionValue('lang', lang);
      });
    }
    lift(sub);
  }
};
lift(program);

// The reader of a pipe may go first (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Refused) {
    if (error.message) process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else {
    const [{ commandMessages }, { isDiskFull }] = await Promise.all([import('@hengjian/domain'), import('@hengjian/store')]);
    const { language } = context();
    if (isDiskFull(error)) process.stderr.write(`${commandMessages['command.diskFull'][language]({})}\n`);
    process.stderr.write(`${error instanceof Error ? (process.env.HENGJIAN_DEBUG ? error.stack : error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}
