// Whatever a reading and its text look like, the linter ends soon, throws nothing, and names lines that exist.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checks } from '../checks.gen.ts';
import { type Case, documentOf } from './lib/case.ts';
import { runChecks } from './run-checks.ts';

const words = fc.constantFrom(
  ...[
    '其中：',
    '万元',
    '元',
    '亿元',
    '（',
    '）',
    '%',
    '≥',
    '12',
    '0.95',
    '1,234.5',
    '年度资金总额',
    '执行率',
    '得分',
    '总分',
    '合计',
    '指标',
    '附件',
    '1.',
    '通知',
  ],
  ...[
    '关于下达',
    '补助资金',
    '，',
    '。',
    '、',
    '+',
    '=',
    ' | ',
    '<p>',
    '……',
    '2021年',
    '预算',
    '支出',
    '电话',
    '满意',
    '的',
    '99999999999999999999',
    '联系人',
    '即',
  ],
);
const text = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(''));
const rows = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('产出', '效益', '满意度', '成本', '过程', ''),
        fc.constantFrom('数量', '质量', '时效', '社会效益', '满意度', ''),
        text.map((name) => name.replaceAll('|', '') || '名称'),
        fc.constantFrom('≥', '≤', '=', '定性', ''),
        fc.constantFrom('95', '0', '0.95', '100', '120', '有所提高', '2020年底前', '', '7*24小时'),
        fc.constantFrom('%', '万元', '人', '次', ''),
        fc.constantFrom('10', '90', ''),
        fc.constantFrom('95', '96%', '0', ''),
        fc.constantFrom('10', '0', '12', ''),
      )
      .map((cells) => cells.join(' | ')),
    { maxLength: 8 },
  )
  .map((lines) => `一级 | 二级 | 三级 | 符号 | 值 | 单位 | 权重 | 完成 | 得分\n${lines.join('\n')}`);
const form = fc.record({
  name: text.map((name) => name || '甲项目'),
  kind: fc.constantFrom('overall', 'project', 'regional-transfer', 'self-evaluation', 'monitoring'),
  before: text,
  after: text,
  rows,
  goals: fc.array(text, { maxLength: 2 }),
});
const cases = fc.record({
  text: fc.array(text, { maxLength: 6 }).map((lines) => lines.join('\n')),
  forms: fc.array(form, { maxLength: 3 }),
});

it('ends soon, throws nothing and names lines that exist', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { document, source } = documentOf({ name: '', finds: [], ...given } as Case);
      const findings = runChecks(checks, { ...document, year: 2022 }, source);
      for (const finding of findings) {
        expect(finding.lines.length).toBeGreaterThan(0);
        for (const line of finding.lines) expect(source.lines[line - 1], `${finding.code} ${finding.lines}`).toBeDefined();
        expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(runChecks(checks, { ...document, year: 2022 }, source)).toEqual(findings);
    }),
    { numRuns: 300 },
  );
});

it.each(['1', '1+', '1+1=', '其中：', '（', '预算12万元，', '资金 万元', '<p', '2021年', '安排', '每人', '12万元、', '执行率95%，'])(
  'is not held up by %s ten thousand times',
  (part) => {
    const { document, source } = documentOf({
      name: '',
      finds: [],
      text: part.repeat(10_000),
      forms: [{ name: '甲', goals: [part.repeat(5_000)] }],
    });
    const started = performance.now();
    runChecks(checks, document, source);
    expect(performance.now() - started).toBeLessThan(20_000);
  },
);
