// Writes docs/rule-accuracy.md: what the rules find in a generated city beside what was planted, and what other thresholds of the
// statistical rules would name. Not part of `npm run generate`: it takes a city. node scripts/rule-accuracy.ts FOLDER, which holds the
// --json output of: city generate (city.json), findings compare (compare.json), rule calibrate (<rule>.<parameter>.json); and the city's
// truth.csv. `node scripts/accuracy-run.ts PERSONS FOLDER` makes them all.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../packages/catalog/src/index.ts';
import { readCsv } from '../packages/catalog/src/knowledge/index.ts';
import type { RuleTree } from '../packages/language/src/index.ts';
import type { Agreement, Candidate } from '../packages/workflows/src/index.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/rule-accuracy.ts FOLDER');
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;
const city = read<{ persons: number; providers: number; lines: number; violations: number; seed: number; seconds: number }>('city.json');
const agreements = read<Agreement[]>('compare.json');

const catalog = rules as Readonly<Record<string, RuleTree>>;
/** Settlements of anything planted. */
const [columns = [], ...planted] = readCsv(readFileSync(path.join(folder, 'truth.csv'), 'utf8')).records.map(({ cells }) => cells);
const wrong = new Set(planted.flatMap((cells) => (cells[columns.indexOf('setl_id')] ?? '').split(';')));
const otherwise = ({ unplanted }: Agreement): number =>
  unplanted.filter(
    (name) =>
      name.startsWith('settlements ') &&
      name
        .slice(12)
        .split(';')
        .some((no) => wrong.has(no)),
  ).length;
const titleOf = (id: string): string => catalog[id]?.title.zh ?? id;
/** A score says how far something stands out: who is ordinary and stands out all the same is no mistake of the rule. */
const scored = new Set(Object.values(catalog).flatMap(({ id, certainty }) => (certainty === 'statistic' ? [id] : [])));
const share = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(value === 1 ? 0 : 2)}%`);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], body: readonly (readonly (string | number)[])[]): string[] => [
  row(head),
  row(head.map((_, i) => (i === 0 ? '---' : '---:'))),
  ...body.map(row),
];
const agreementRow = ({ ruleId, planted, found, matched, precision, recall }: Agreement) => [
  `${titleOf(ruleId)}(\`${ruleId}\`)`,
  planted,
  found,
  matched,
  share(precision),
  share(recall),
];
const sum = (list: readonly Agreement[], of: 'planted' | 'found' | 'matched' | 'confirmed') => list.reduce((n, one) => n + one[of], 0);
const determined = agreements.filter(({ ruleId }) => !scored.has(ruleId));
const statistics = agreements.filter(({ ruleId }) => scored.has(ruleId));
const whole = determined.filter(({ precision, recall }) => precision === 1 && recall === 1).length;
const head = ['规则', '已知违规', '疑点', '相符', '查准率', '查全率'];

const calibrations = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.[A-Za-z]+\.json$/.test(file) && statSync(path.join(folder, file)).size > 0)
  .sort()
  .flatMap((file) => {
    const [ruleId = '', parameter = ''] = file.split('.');
    const { candidates } = read<{ candidates: Candidate[] }>(file);
    const declared = catalog[ruleId]?.parameters[parameter];
    return [
      '',
      `### ${titleOf(ruleId)}:${declared?.title.zh ?? parameter}${declared?.unit ? `(${declared.unit})` : ''}`,
      '',
      ...table(
        ['取值', '疑点', '机构', '就诊', '已知违规', '查准率', '查全率'],
        candidates.map(({ value, inForce, findings, providers, encounters, truth }) => [
          inForce ? `**${value}**（在用）` : value,
          findings,
          providers,
          encounters,
          truth?.planted ?? 0,
          share(truth?.precision ?? null),
          share(truth?.recall ?? null),
        ]),
      ),
    ];
  });

const text = [
  '# 规则的查准率与查全率',
  '',
  '> 本页由 `node scripts/rule-accuracy.ts 文件夹` 生成，请勿手工修改。',
  '',
  `合成城市：参保人 ${city.persons} 人、机构 ${city.providers} 家、费用明细 ${city.lines} 行、已知违规 ${city.violations} 条（种子 ${city.seed}）。`,
  '已知违规由每条规则的政策说明写成，不看规则本身；“查准率”是疑点中属于已知违规的比例，“查全率”是已知违规中被查出的比例。',
  '',
  '## 能确定的规则',
  '',
  `${determined.length} 条规则，其中 ${whole} 条查准率和查全率都是 100%；合计已知 ${sum(determined, 'planted')} 条，疑点 ${sum(determined, 'found')} 条，相符 ${sum(determined, 'matched')} 条。${
    sum(determined, 'found') > sum(determined, 'matched') ? '多出的疑点是平常就诊碰巧构成的：疑点成立，已知违规里没有记。' : ''
  }`,
  '',
  ...table(head, determined.map(agreementRow)),
  '',
  '## 统计规则（评分）',
  '',
  '统计规则只说“与同类相比突出”，不拒付，也不等于违规：平常的就诊也有离群的，已知违规只是其中有意安排的几例。查准率只按为本规则安排的几例算；最后一栏是多出的疑点中，就诊本身另有其他规则已知违规的（如体检式住院查出的无指征住院）。',
  '',
  ...table(
    [...head, '多出的属其他已知违规'],
    statistics.map((one) => [...agreementRow(one), otherwise(one)]),
  ),
  ...(calibrations.length > 0
    ? ['', '## 统计规则的校准', '', '同一城市、同一期间，换一个阈值会点名多少（`hengjian rule calibrate`）。']
    : []),
  ...calibrations,
  '',
].join('\n');
writeFileSync(new URL('../docs/rule-accuracy.md', import.meta.url), text);
process.stdout.write(`rule accuracy: ${agreements.length} rules, ${whole} of ${determined.length} determined at 100%\n`);
