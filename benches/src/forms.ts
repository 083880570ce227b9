// Reading published documents: milliseconds a document, beside decoding and splitting the same text into lines and cells (what any
// reader pays). `node benches/src/forms.ts FILE…`; the product's own sample form when no file is given.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { samplePlanText } from '@hengjian/city';
import { readDocument, writeForms } from '@hengjian/documents';

const given = process.argv.slice(2).map((file) => ({ file, bytes: readFileSync(file) as Uint8Array }));
const documents = given.length > 0 ? given : [{ file: 'sample.txt', bytes: new TextEncoder().encode(samplePlanText(2025)) }];
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

process.stdout.write('| document | rows | read ms | split ms | × |\n|---|---|---|---|---|\n');
for (const { file, bytes } of documents) {
  const [read, split]: [number[], number[]] = [[], []];
  let rows = 0;
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    const outcome = await readDocument(bytes, file);
    const middle = performance.now();
    const cells = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((line) => line.split('\t'));
    const end = performance.now();
    if (!outcome.ok || cells.length === 0) throw new Error(`${file}: not read`);
    rows = outcome.value.document.projects.reduce((sum, project) => sum + project.indicators.length, 0);
    read.push(middle - start);
    split.push(end - middle);
  }
  const [r, s] = [median(read), median(split)];
  process.stdout.write(`| ${path.basename(file)} | ${rows} | ${r.toFixed(2)} | ${s.toFixed(3)} | ${(r / s).toFixed(0)} |\n`);
}

// One long document: eighty forms of twenty rows and a page of goals each come to 240 pages (Word of 2,000 characters a form).
const goal = '加强基金监管，完成年度检查任务，规范机构使用医保基金的行为。'.repeat(6);
const long = await writeForms({
  org: '云溪市医疗保障局',
  year: 2025,
  totals: { totalWan: null, basicWan: null, projectWan: null },
  projects: Array.from({ length: 80 }, (_, p) => ({
    name: `第${p + 1}个项目`,
    kind: 'project',
    budgetWan: 10 + p,
    goals: Array.from({ length: 12 }, (__, g) => `目标${g + 1}：${goal}`),
    indicators: Array.from({ length: 20 }, (__, n) => ({
      level1: n < 10 ? '产出指标' : '效益指标',
      level2: n < 10 ? '数量指标' : '社会效益指标',
      name: `第${n + 1}项工作完成次数`,
      operator: '≥',
      value: n + 1,
      unit: '次',
      weight: n < 10 ? 4 : 5,
      actual: null,
      score: null,
      group: null,
      line: 1,
      repairs: [],
    })),
  })),
});
const [began, used] = [performance.now(), process.cpuUsage()];
const read = await readDocument(long, 'long.docx');
const { user, system } = process.cpuUsage(used);
if (!read.ok) throw new Error('the long document was not read');
const all = read.value.document.projects;
process.stdout.write(
  `\ndocx of 240 pages, ${all.length} tables, ${all.reduce((sum, { indicators }) => sum + indicators.length, 0)} rows: ${((performance.now() - began) / 1000).toFixed(1)} s, CPU ${((user + system) / 1e6).toFixed(1)} s\n`,
);
