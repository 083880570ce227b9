// Who may call the national interface: keys of institutions, and addresses that need none.
import { readFileSync, writeFileSync } from 'node:fs';
import { formatInstant, interfaceMessages as say } from '@hengjian/domain';
import { interfaceDocument, publicKeyOf, sm4KeyOf, wallClock } from '@hengjian/server';
import { type KeyStore, keyStoreOf, openHome, type SignatureScheme } from '@hengjian/store';
import { type Command, Option } from 'commander';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { addCalls } from '../interface/calls.ts';
import { addFeed } from '../interface/feed.ts';
import { textTable } from '../text-table.ts';

const scheme = () => new Option('--scheme <方式>', '签名方式').choices(['x-tif', '_api_', 'SM2', 'SM4']).default('x-tif');

const add: AddCommand = (program, context) => {
  const root = program.command('interface').description('接口：哪些机构可以调用，收到了什么');
  addFeed(root, context);
  addCalls(root, context);
  const key = root.command('key').description('机构的签名密钥');
  key
    .command('add')
    .description('登记一个密钥；换密钥时新旧可以同时有效')
    .argument('<id>', '标识（x-tif-paasid 或 _api_access_key;SM2、SM4 自取一个）')
    .addOption(scheme())
    .requiredOption('--secret-file <file>', '存放密钥的文件（不在命令行里写密钥）；SM2 为机构的公钥')
    .option('--user-id <text>', 'SM2 签名所用的用户标识（默认：国标的 1234567812345678）')
    .option('--provider <编号>', '只能代表这家机构（默认：前置机后面的任何机构）', '*')
    .option('--by <name>', '经办人', '经办')
    .action((id: string, options: { scheme: SignatureScheme; secretFile: string; userId?: string; provider: string; by: string }) =>
      withKeys(context(), async (keys, language) => {
        if (inHeader(options.scheme) && !/^[\x21-\x7e]+$/.test(id)) throw new Refused(say.badKeyId[language]({ id }));
        const secret = secretOf(options.scheme, readFileSync(options.secretFile, 'utf8').trim(), language);
        const key = { keyId: id, scheme: options.scheme, providerNo: options.provider, secret, userId: options.userId ?? null };
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
    .description('在用的密钥（不显示密钥本身）')
    .action(() =>
      withKeys(context(), async (keys, language) => {
        const rows = (await keys.inForce()).map((k) => [k.providerNo, k.scheme, k.keyId, k.addedBy, formatInstant(k.addedAt)]);
        const head = language === 'zh' ? ['机构', '方式', '标识', '经办人', '登记时间'] : ['institution', 'scheme', 'id', 'by', 'since'];
        process.stdout.write(`${textTable([head, ...rows], 5)}\n`);
      }),
    );
  addSwitches(root, context);
  root
    .command('openapi')
    .description('接口的 OpenAPI 文档')
    .option('--out <file>', '写到这个文件（默认：打印）')
    .action((options: { out?: string }) => {
      const text = `${JSON.stringify(interfaceDocument(), null, 1)}\n`;
      if (options.out) writeFileSync(options.out, text);
      else process.stdout.write(text);
    });
  const trust = root.command('trust').description('免签名的地址范围');
  trust
    .command('add')
    .description('从这个地址范围来的报文不验签名（例如 10.1.2.0/24）')
    .argument('<range>', '地址范围（CIDR）')
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
    .argument('<range>', '地址范围（CIDR）')
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

/** Whether the message names its key in a header, where clients can write ASCII only; of the others the name is the bureau's own. */
const inHeader = (scheme: SignatureScheme): boolean => scheme !== 'SM2' && scheme !== 'SM4';

/** The secret in the form we keep; refused where it is no key of its scheme. */
function secretOf(scheme: SignatureScheme, text: string, language: CliContext['language']): string {
  if (text === '') throw new Refused(say.emptySecret[language]({}));
  const key = scheme === 'SM2' ? publicKeyOf(text) : scheme === 'SM4' ? sm4KeyOf(text) && text : text;
  if (!key) throw new Refused((scheme === 'SM2' ? say.badSm2Key : say.badSm4Key)[language]({}));
  return key;
}

function addSwitches(root: Command, context: () => CliContext): void {
  const wish = root.command('switch').description('个别机构的软件需要的不同写法');
  wish
    .command('set')
    .description('设定一家机构的写法；没有写的选项恢复默认')
    .argument('<provider>', '机构编号')
    .option('--single-result', '应答的 result 写成单个对象（默认：数组）', false)
    .option('--most <n>', '每次最多返回几条提醒（默认 8）', Number)
    .option('--by <name>', '经办人', '经办')
    .action((providerNo: string, options: { singleResult: boolean; most?: number; by: string }) =>
      withKeys(context(), async (keys, language) => {
        const { most } = options;
        if (most !== undefined && !(Number.isInteger(most) && most >= 1 && most <= 50)) throw new Refused(say.badMost[language]({}));
        const row = { providerNo, singleResult: options.singleResult, mostReminders: most ?? null };
        await keys.setSwitch(row, options.by, wallClock());
        process.stdout.write(`${say.switched[language]({ providerNo })}\n`);
      }),
    );
  wish
    .command('list')
    .description('已设定的机构')
    .action(() =>
      withKeys(context(), async (keys, language) => {
        const rows = (await keys.switches()).map((s) => [
          s.providerNo,
          s.singleResult ? '1' : '',
          String(s.mostReminders ?? ''),
          s.setBy,
          formatInstant(s.setAt),
        ]);
        const head =
          language === 'zh' ? ['机构', '单个对象', '最多提醒', '经办人', '时间'] : ['institution', 'single', 'most', 'by', 'since'];
        process.stdout.write(`${textTable([head, ...rows], 5)}\n`);
      }),
    );
}

async function withKeys(context: CliContext, work: (keys: KeyStore, language: CliContext['language']) => Promise<void>): Promise<void> {
  const home = await openHome(context.home);
  try {
    await work(keyStoreOf(home.db), context.language);
  } finally {
    await home.close();
  }
}
