// Who may call the national interface: keys of institutions, and addresses that need none.
import { readFileSync } from 'node:fs';
import { formatInstant, interfaceMessages as say } from '@hengjian/domain';
import { wallClock } from '@hengjian/server';
import { type KeyStore, keyStoreOf, openHome, type SignatureScheme } from '@hengjian/store';
import { Option } from 'commander';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { textTable } from '../text-table.ts';

const scheme = () => new Option('--scheme <方式>', '签名方式').choices(['x-tif', '_api_']).default('x-tif');

const add: AddCommand = (program, context) => {
  const root = program.command('interface').description('接口:哪些机构可以调用');
  const key = root.command('key').description('机构的签名密钥');
  key
    .command('add')
    .description('登记一个密钥;换密钥时新旧可以同时有效')
    .argument('<id>', '标识(x-tif-paasid 或 _api_access_key)')
    .addOption(scheme())
    .requiredOption('--secret-file <file>', '存放密钥的文件(不在命令行里写密钥)')
    .option('--provider <编号>', '只能代表这家机构(默认:前置机后面的任何机构)', '*')
    .option('--by <name>', '经办人', '经办')
    .action((id: string, options: { scheme: SignatureScheme; secretFile: string; provider: string; by: string }) =>
      withKeys(context(), async (keys, language) => {
        const secret = readFileSync(options.secretFile, 'utf8').trim();
        if (secret === '') throw new Refused(say.emptySecret[language]({}));
        const key = { keyId: id, scheme: options.scheme, providerNo: options.provider, secret };
        if (!(await keys.add(key, options.by, wallClock()))) throw new Refused(say.keyTaken[language]({ id }));
        process.stdout.write(`${say.keyAdded[language]({ id })}\n`);
      }),
    );
  key
    .command('end')
    .description('停用一个密钥')
    .argument('<id>', '标识')
    .addOption(scheme())
    .option('--by <name>', '经办人', '经办')
    .action((id: string, options: { scheme: SignatureScheme; by: string }) =>
      withKeys(context(), async (keys, language) => {
        if (!(await keys.end(options.scheme, id, options.by, wallClock()))) throw new Refused(say.unknownKey[language]({}));
        process.stdout.write(`${say.keyEnded[language]({ id })}\n`);
      }),
    );
  key
    .command('list')
    .description('在用的密钥(不显示密钥本身)')
    .action(() =>
      withKeys(context(), async (keys, language) => {
        const rows = (await keys.inForce()).map((k) => [k.providerNo, k.scheme, k.keyId, k.addedBy, formatInstant(k.addedAt)]);
        const head = language === 'zh' ? ['机构', '方式', '标识', '经办人', '登记时间'] : ['institution', 'scheme', 'id', 'by', 'since'];
        process.stdout.write(`${textTable([head, ...rows], 5)}\n`);
      }),
    );
  const trust = root.command('trust').description('免签名的地址范围');
  trust
    .command('add')
    .description('从这个地址范围来的报文不验签名(例如 10.1.2.0/24)')
    .argument('<range>', '地址范围(CIDR)')
    .requiredOption('--why <reason>', '理由')
    .option('--by <name>', '经办人', '经办')
    .action((range: string, options: { why: string; by: string }) =>
      withKeys(context(), async (keys, language) => {
        if (!/^[\d.:a-fA-F]+(\/\d{1,3})?$/.test(range)) throw new Refused(say.badRange[language]({ range }));
        await keys.trust(range, options.why, options.by, wallClock()).catch(() => {
          throw new Refused(say.badRange[language]({ range }));
        });
        process.stdout.write(`${say.trusted[language]({ range })}\n`);
      }),
    );
  trust
    .command('end')
    .description('恢复验签名')
    .argument('<range>', '地址范围(CIDR)')
    .option('--by <name>', '经办人', '经办')
    .action((range: string, options: { by: string }) =>
      withKeys(context(), async (keys, language) => {
        if (!(await keys.endTrust(range, options.by, wallClock()))) throw new Refused(say.badRange[language]({ range }));
        process.stdout.write(`${say.trustEnded[language]({ range })}\n`);
      }),
    );
  trust
    .command('list')
    .description('在用的免签名范围')
    .action(() =>
      withKeys(context(), async (keys, language) => {
        const rows = (await keys.trusted()).map((t) => [t.range, t.why, t.addedBy, formatInstant(t.addedAt)]);
        const head = language === 'zh' ? ['范围', '理由', '经办人', '登记时间'] : ['range', 'why', 'by', 'since'];
        process.stdout.write(`${textTable([head, ...rows], 4)}\n`);
      }),
    );
};
export default add;

async function withKeys(context: CliContext, work: (keys: KeyStore, language: CliContext['language']) => Promise<void>): Promise<void> {
  const home = await openHome(context.home);
  try {
    await work(keyStoreOf(home.db), context.language);
  } finally {
    await home.close();
  }
}
