// rule region: the administrative division whose own editions, parameters and exemptions hold here.
import { ruleMessages } from '@hengjian/domain';
import { bureauRegion, setBureauRegion } from '@hengjian/store';
import { regionIssues } from '@hengjian/workflows';
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { printJson, refuse } from '../refuse.ts';
import { type ActOptions, actOf, withHome } from './with-home.ts';

export const addRegion = (rule: Command, context: () => CliContext): void =>
  void rule
    .command('region')
    .description('本局的行政区划：不写编码时查看，写编码时设定；本地区的版本、参数和豁免先于全域的')
    .argument('[code]', '六位行政区划代码，如 610100;* 为全域')
    .option('--by <name>', '经办人')
    .option('--why <text>', '原因')
    .option('--json', '输出 JSON')
    .action((code: string | undefined, options: Partial<ActOptions>) => region(code, options, context()));

async function region(
  code: string | undefined,
  { by = '', why = '', json }: Partial<ActOptions>,
  { language, ...context }: CliContext,
): Promise<void> {
  const act = actOf({ by, why });
  if (code !== undefined) {
    const issues = regionIssues(code, act);
    if (issues.length > 0) refuse(issues, json, language);
  }
  await withHome({ language, ...context }, async (home) => {
    if (code !== undefined) await setBureauRegion(home.db, code, act);
    const now = await bureauRegion(home.db);
    if (json) printJson({ ok: true, region: now });
    else process.stdout.write(`${ruleMessages['rule.region'][language]({ region: now })}\n`);
  });
}
