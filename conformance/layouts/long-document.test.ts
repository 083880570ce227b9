// A document of two hundred pages with eighty tables is read in ten seconds, on a machine that others use as well.
import { readDocument, writeForms } from '@hengjian/documents';
import { expect, test } from 'vitest';
import { modelOf } from './model.ts';

test('eighty forms, two hundred pages', async () => {
  const models = Array.from({ length: 80 }, (_, index) => modelOf(index + 100, 'project'));
  const filler = '按照年度工作安排，逐项对照职责任务和资金使用方向，细化分解到科室和经办人员，按月调度，按季通报。';
  const document = {
    org: '云溪市医疗保障局',
    year: 2024,
    totals: { totalWan: null, basicWan: null, projectWan: null },
    projects: models.map((model, index) => ({
      name: `${model.project}${index + 1}`,
      kind: 'project' as const,
      budgetWan: model.budget,
      goals: model.goals.map((goal) => `${goal}${filler.repeat(18)}`),
      indicators: Array.from({ length: 4 }, (_, block) =>
        model.rows.map((row) => ({
          ...row,
          name: `${row.name}（第${block + 1}季度）`,
          actual: null,
          score: null,
          group: null,
          line: 0,
          repairs: [],
        })),
      )
        .flat()
        .sort((a, b) => (a.level1 + a.level2 < b.level1 + b.level2 ? -1 : 1)),
    })),
  };
  const bytes = await writeForms(document);
  const started = performance.now();
  const before = process.cpuUsage();
  const outcome = await readDocument(bytes, '两百页.docx');
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(before);
  // Of the processor, so that neighbours on the machine do not fail the test.
  const busy = (used.user + used.system) / 1_000_000;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const read = outcome.value.document.projects;
  const rows = read.reduce((sum, project) => sum + project.indicators.length, 0);
  console.log(
    `a docx of ${(bytes.length / 1024).toFixed(0)} KiB with ${read.length} forms and ${rows} rows is read in ${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor)`,
  );
  expect(read.length).toBe(80);
  expect(rows).toBe(document.projects.reduce((sum, project) => sum + project.indicators.length, 0));
  expect(busy).toBeLessThan(10);
}, 60_000);
