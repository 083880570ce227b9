// Who may log in: the first administrator is made here, and whoever can open the home can always mend a lost password.
import { readFileSync } from 'node:fs';
import { accountRoleWords, formatInstant, type Outcome, accountMessages as say } from '@hengjian/domain';
import { accountPortsOf, randomPassword, wallClock } from '@hengjian/server';
import { openHome } from '@hengjian/store';
import { type AccountPorts, addAccount, disableAccount, enableAccount, resetPassword } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface PasswordOptions {
  passwordFile?: string;
  by: string;
  json?: boolean;
}
interface AddOptions extends PasswordOptions {
  name: string;
  role: string[];
  provider?: string[];
  practitioner?: string;
  person?: string;
  verified?: string;
}

const BY = '系统管理员（命令行）';

const add: AddCommand = (program, context) => {
  const root = program.command('account').description('账号：谁可以登录（第一个账号建立后，控制台就要登录）');
  root
    .command('add')
    .description('增加账号；不给密码文件时生成一个初始密码，只显示一次')
    .argument('<id>', '账号')
    .requiredOption('--name <name>', '姓名（不能重名）')
    .requiredOption(
      '--role <role...>',
      `角色：${Object.entries(accountRoleWords)
        .map(([role, { zh }]) => `${role} ${zh}`)
        .join('、')}`,
    )
    .option('--provider <no...>', '机构编号（机构账号）')
    .option('--practitioner <no>', '本人的医保编码（医师、药师账号）')
    .option('--person <no>', '本人的参保编号（参保人账号）')
    .option('--verified <how>', '怎样核验了身份（参保人账号），例如：窗口核验身份证')
    .option('--password-file <file>', '存放密码的文件（不在命令行里写密码）')
    .option('--by <name>', '经办人', BY)
    .option('--json', '输出 JSON')
    .action((id: string, options: AddOptions) =>
      withAccounts(context(), async (ports) => {
        const { language } = context();
        const password = passwordOf(options);
        const { name, role, provider = [], practitioner = null, person = null, verified = null, by } = options;
        const own = { practitionerNo: practitioner, personNo: person, verified };
        const wish = { accountId: id, name, roles: role, providerNos: provider, ...own, password };
        const outcome = await addAccount(ports, wish, { by, at: wallClock() });
        tell(outcome, options, context(), say['account.added'][language]({ id }), options.passwordFile ? null : password);
      }),
    );
  root
    .command('reset')
    .description('重置密码并解除锁定；已登录的立即退出')
    .argument('<id>', '账号')
    .option('--password-file <file>', '存放密码的文件')
    .option('--by <name>', '经办人', BY)
    .option('--json', '输出 JSON')
    .action((id: string, options: PasswordOptions) =>
      withAccounts(context(), async (ports) => {
        const password = passwordOf(options);
        const outcome = await resetPassword(ports, id, password, { by: options.by, at: wallClock() });
        const done = say['account.reset'][context().language]({ id });
        tell(outcome, options, context(), done, options.passwordFile ? null : password);
      }),
    );
  for (const [verb, about, take, done] of [
    ['disable', '停用账号；已登录的立即退出', disableAccount, say['account.disabled']],
    ['enable', '恢复停用的账号', enableAccount, say['account.enabled']],
  ] as const)
    root
      .command(verb)
      .description(about)
      .argument('<id>', '账号')
      .option('--by <name>', '经办人', BY)
      .option('--json', '输出 JSON')
      .action((id: string, options: { by: string; json?: boolean }) =>
        withAccounts(context(), async (ports) => {
          const outcome = await take(ports, id, { by: options.by, at: wallClock() });
          tell(outcome, options, context(), done[context().language]({ id }), null);
        }),
      );
  root
    .command('list')
    .description('列出账号')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => withAccounts(context(), (ports) => list(ports, options, context())));
};
export default add;

function passwordOf({ passwordFile }: PasswordOptions): string {
  return passwordFile === undefined ? randomPassword() : readFileSync(passwordFile, 'utf8').trim();
}

function tell(
  outcome: Outcome<unknown>,
  { json }: { json?: boolean },
  { language }: CliContext,
  done: string,
  password: string | null,
): void {
  if (!outcome.ok) refuse(outcome.issues, json, language);
  if (json) {
    printJson({ ok: true, ...(password !== null && { password }) });
    return;
  }
  process.stdout.write(`${done}\n`);
  if (password !== null) process.stdout.write(`${say['account.generated'][language]({ password })}\n`);
}

async function list(ports: AccountPorts, { json }: { json?: boolean }, { language }: CliContext): Promise<void> {
  const accounts = await ports.accounts.all();
  if (json) return printJson(accounts);
  const rows = accounts.map((one) => [
    one.accountId,
    one.name,
    one.roles.map((role) => accountRoleWords[role][language]).join('、'),
    one.personNo ?? one.practitionerNo ?? one.providerNos.join('、'),
    language === 'zh' ? (one.state === 'active' ? '在用' : '已停用') : one.state,
    formatInstant(one.createdAt),
  ]);
  const head =
    language === 'zh'
      ? ['账号', '姓名', '角色', '机构', '状态', '建立时间']
      : ['account', 'name', 'roles', 'institution', 'state', 'since'];
  process.stdout.write(`${textTable([head, ...rows], 6)}\n`);
}

async function withAccounts(context: CliContext, work: (ports: AccountPorts) => Promise<void>): Promise<void> {
  const home = await openHome(context.home);
  try {
    await work(await accountPortsOf(home, wallClock()));
  } finally {
    await home.close();
  }
}
