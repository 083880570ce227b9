// `form check`: the linter of published performance documents, for people or as JSON (contracts §2).
import { checks, runChecks } from '@hengjian/catalog';
import { type CheckFinding, type Language, lockedStates, planStateOf, type TargetsInForce } from '@hengjian/domain';
import { openHome, planStoreOf } from '@hengjian/store';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { refuse } from '../refuse.ts';
import { readFile, sayReadingIssue } from './read.ts';

interface Checked {
  file: string;
  findings: CheckFinding[];
}

export function addCheck(form: Command, context: () => CliContext): void {
  form
    .command('check')
    .description('检查绩效文件中的错误：金额、单位、权重、得分、级次、附件、个人信息等（有错误时退出码为 1）')
    .argument('<文件...>', '要检查的文件')
    .option('--plan <计划编号>', '监控表、自评表的指标值与这份计划逐行核对')
    .option('--json', '输出 JSON')
    .action(async (files: string[], options: { plan?: string; json?: boolean }) => {
      const { language } = context();
      const targets = options.plan === undefined ? null : await targetsOf(options.plan, context());
      const checked: Checked[] = [];
      let refused = 0;
      for (const file of files) {
        const outcome = await readFile(file, language);
        if (outcome.ok) {
          const { document, source } = outcome.value;
          const result = { file: document.file, findings: runChecks(checks, document, source, language, targets) };
          checked.push(result);
          if (!options.json) process.stdout.write(printedFindings(result, language));
        } else {
          refused += 1;
          for (const issue of outcome.issues) process.stderr.write(`${sayReadingIssue(issue, language)}\n`);
        }
      }
      if (options.json) process.stdout.write(`${JSON.stringify(checked.map(printed), null, 2)}\n`);
      if (refused || checked.some(({ findings }) => findings.some((finding) => finding.severity === 'error'))) throw new Refused('');
    });
}

/** The plan with that number, approved or not. */
async function targetsOf(planId: string, context: CliContext): Promise<TargetsInForce> {
  const home = await openHome(context.home);
  try {
    const plans = planStoreOf(home.db);
    const adopted = await plans.plan(planId);
    if (!adopted) return refuse([{ code: 'plan.unknown', severity: 'error', facts: { id: planId } }], false, context.language);
    return { plan: adopted.plan, approved: lockedStates.includes(planStateOf(await plans.eventsOf(planId))) };
  } finally {
    await home.close();
  }
}

/** As contracted: a finding has five fields, how to mend it stands among its facts. */
const printed = ({ file, findings }: Checked) => ({
  file,
  findings: findings.map(({ suggestions, ...finding }) =>
    suggestions.length > 0 ? { ...finding, facts: { ...finding.facts, suggestions } } : finding,
  ),
});

const WORDS = {
  zh: { error: '错误', warning: '警告', info: '提示', none: '没有发现问题', mend: '建议：', line: (lines: string) => `第 ${lines} 行` },
  en: {
    error: 'error',
    warning: 'warning',
    info: 'note',
    none: 'nothing found',
    mend: 'suggested: ',
    line: (lines: string) => `line ${lines}`,
  },
};
const SEVERITIES = ['error', 'warning', 'info'] as const;
/** A finding over a whole table names its first lines only. */
const MOST_LINES = 6;

/** The findings of one file in the order of the document. */
function printedFindings({ file, findings }: Checked, language: Language): string {
  const words = WORDS[language];
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const);
  const summary = counts.flatMap(([severity, count]) => (count > 0 ? [`${words[severity]} ${count}`] : [])).join('，');
  const lines = findings.map((finding) => {
    const shown = finding.lines.slice(0, MOST_LINES).join('、') + (finding.lines.length > MOST_LINES ? '…' : '');
    const mends = [...new Set(finding.suggestions.map((one) => one.message))].map((message) => `\n      ${words.mend}${message}`);
    return `  ${words.line(shown)}  ${words[finding.severity]}  ${finding.message}  ${finding.code}${mends.join('')}`;
  });
  return `${[file, `  ${summary || words.none}`, ...lines].join('\n')}\n\n`;
}
