// Writes docs/examples/xiushan-2022: the published targets of 秀山 for 2022 self-evaluated on a synthetic city, every number with its source.
// `HENGJIAN_SHARED=… node conformance/published/xiushan-example.ts` (some minutes; needs the published documents).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { provenanceRows, writeEvaluationWorkbook } from '@hengjian/documents';
import { formatDay, gradeText, numberText, totalText } from '@hengjian/domain';
import { openHome } from '@hengjian/store';
import { throughTheYear, titleOf } from './year.ts';

const YEAR = 2022;
const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'docs/examples/xiushan-2022');
const file = '2022-xiushan-overall-and-project-targets.txt';
const published = readFileSync(path.join(process.env.HENGJIAN_SHARED ?? path.join(root, '../shared'), 'data/seeds', file));

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-example-'));
const hengjian = (...args: string[]) =>
  execFileSync(process.execPath, [path.join(root, 'apps/cli/hengjian.mjs'), '--home', path.join(scratch, 'home'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
hengjian(
  'city',
  'generate',
  '--out',
  path.join(scratch, 'city'),
  '--persons',
  '2000',
  '--months',
  '12',
  '--seed',
  '2022',
  '--start',
  `${YEAR}-01-01`,
);
hengjian('claims', 'import', path.join(scratch, 'city'));
hengjian('review', 'run', '--from', `${YEAR}-01-01`, '--to', `${YEAR}-12-31`);

const home = await openHome(path.join(scratch, 'home'));
const { evaluation, report, unfit } = await throughTheYear(home, published, file, YEAR);
const workbook = await writeEvaluationWorkbook(evaluation, { titleOf });
await home.close();
rmSync(scratch, { recursive: true, force: true });
if (unfit.some(({ code }) => code === 'PERSONAL_DATA')) throw new Error('personal data in the report');

const cell = (text: string) => text.replaceAll('|', '/').replaceAll('\n', ' ');
const sources = provenanceRows(evaluation, titleOf);
const { summary } = evaluation;
const rows = evaluation.projects.flatMap((one) => one.indicators.map((each) => ({ one, each })));
const lines = [
  '# 秀山县 2022 年绩效目标，在演示数据上的自评',
  '',
  `由 \`node conformance/published/xiushan-example.ts\` 写出。目标取自公开的 2022 年目标表；结算数据是合成城市（2,000 人、12 个月、种子 2022），台账是示例台账，`,
  '都不是秀山的真实数据，得分也就不是秀山的得分。这里只为说明：自评报告里的每个数从哪里来。',
  '',
  `- 报告：[self-evaluation.docx](self-evaluation.docx)，工作簿：[self-evaluation.xlsx](self-evaluation.xlsx)`,
  `- 测算编号 ${evaluation.runId}，数据截至 ${formatDay(evaluation.asOf)}，结算数据第 ${evaluation.lakeVersion} 版，评分办法 ${evaluation.rules.title}`,
  `- 指标 ${summary.indicators} 项：完成 ${summary.met}，未完成 ${summary.missed}，待定 ${summary.unknown}`,
  '',
  '## 得分',
  '',
  '| 项目 | 得分 | 等次 |',
  '|---|---|---|',
  ...evaluation.projects.map((one) => `| ${cell(one.project.name)} | ${totalText(one)} | ${gradeText(one)} |`),
  '',
  '## 每个数的来源',
  '',
  '| 序号 | 项目 | 指标 | 实际 | 分值 | 得分 | 口径、算式 | 分子、分母 | 记录数 | 来源 |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...rows.map(({ one, each }, index) => {
    const source = sources[index];
    if (!source) throw new Error('a row without a source');
    const parts = [source.numerator, source.denominator].filter(Boolean).join('；');
    const points = each.score.score === null ? '—' : numberText(each.score.score, 2);
    return `| ${index + 1} | ${cell(one.project.name)} | ${cell(each.indicator.name)} | ${cell(source.actual)} | ${each.score.weight ?? ''} | ${points} | ${cell([source.measure, source.formula].filter(Boolean).join('：'))} | ${cell(parts)} | ${source.records} | ${cell([source.source, source.state].filter(Boolean).join('；'))} |`;
  }),
  '',
  '## 公开前检查',
  '',
  '报告写出后按公开后人人看到的样子再读一遍。没有个人信息，各表合计与得分一致。下面几处是目标表自己的矛盾，照原样列出：',
  '',
  ...unfit.map(({ message }) => `- ${cell(message)}`),
  '',
];
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'self-evaluation.docx'), report);
writeFileSync(path.join(out, 'self-evaluation.xlsx'), workbook);
writeFileSync(path.join(out, 'README.md'), lines.join('\n'));
