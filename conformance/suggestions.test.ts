// Published tables, read and adopted: how many quantitative indicators have a measure, and that none is answered by a wrong one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { measureTables, suggestMeasures } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import { isQuantitative, planFromDocument, type ReadDocument } from '@hengjian/domain';
import { partsOf } from '@hengjian/language';
import { measureById } from '@hengjian/workflows';
import { expect, test } from 'vitest';
import { indicatorLabels } from './published/indicator-labels.ts';

const shared = process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../shared');
const folder = path.join(shared, 'data/seeds');
const present = existsSync(folder);
if (!present) console.log(`suggestions on published tables are skipped: ${folder} is not there`);

/** A self-evaluation's rows are labelled like those of a target table. */
const asTargets = (document: ReadDocument): ReadDocument =>
  document.kind === 'self-evaluation' ? { ...document, kind: 'overall' } : document;

async function suggested(file: string, year: number) {
  const reading = await readDocument(readFileSync(path.join(folder, file)), file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  const plan = planFromDocument(asTargets(reading.value.document), year, 'P');
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  const links = new Map(suggestMeasures(plan.value).map((link) => [link.indicatorId, link.measureId]));
  const all = plan.value.projects.flatMap((project) => project.indicators);
  const quantitative = all.filter(isQuantitative);
  return { all, quantitative, links, answered: quantitative.filter((one) => links.get(one.indicatorId) !== null) };
}

test.skipIf(!present).each([
  ['2022-xiushan-overall-and-project-targets.txt', 2022],
  ['2023-shangrao-transfer-notice-and-targets.txt', 2023],
])('%s: more than two thirds of the quantitative indicators have a measure', async (file, year) => {
  const { quantitative, answered } = await suggested(file, year);
  console.log(`${file}: ${answered.length} of ${quantitative.length} quantitative indicators`);
  expect(answered.length / quantitative.length).toBeGreaterThan(2 / 3);
});

// Read by a person: an indicator whose name holds the word must not be answered from another kind of record.
const kinds: [word: RegExp, sources: RegExp][] = [
  [/满意/, /satisfaction-surveys|complaints/],
  [/知晓率/, /satisfaction-surveys/],
  [/参保率|参保人数/, /enrolment-counts|populations/],
  [/到位率/, /budget-receipts|plan_project/],
  [/短信/, /sms/],
  [/培训/, /training|key-tasks/],
  [/追回|违约金|罚没/, /recoveries/],
  [/举报投诉/, /complaints/],
  [/检查.*(覆盖|率)/, /provider-inspections|provider/],
  [/归档|档案/, /archives/],
  [/住院费用|基金.*支出/, /settlement/],
  [/审核(完成率|及时率)/, /settlement/],
];
test.skipIf(!present).each([
  ['2021-xiangtan-overall-targets.txt', 2021],
  ['2022-xiushan-overall-and-project-targets.txt', 2022],
  ['2023-shangrao-transfer-notice-and-targets.txt', 2023],
  ['2024-zhanjiang-overall-and-project-targets.txt', 2024],
])('%s: what is suggested reads the records the name speaks of', async (file, year) => {
  const { all, links } = await suggested(file, year);
  const wrong = all.flatMap((indicator) => {
    const measure = measureById(links.get(indicator.indicatorId) ?? null);
    if (!measure) return [];
    const sources = partsOf(measure.shape).map((part) => part.from);
    expect(sources.every((source) => measureTables[source])).toBe(true);
    const kind = kinds.find(([word]) => word.test(indicator.name));
    return kind && !sources.every((source) => kind[1].test(source)) ? [`${indicator.name} → ${measure.id}`] : [];
  });
  expect(wrong).toEqual([]);
  // Judgements, deadlines and sentences are never answered by a number.
  expect(all.filter((one) => one.operator === 'qualitative' && links.get(one.indicatorId) !== null)).toEqual([]);
});

// Every row was labelled by hand (published/indicator-labels.yaml). The measures' words were written with these tables in sight, so
// recall elsewhere is lower; what must hold anywhere is that a suggestion is right, and that doubtful rows get none.
test.skipIf(!present)('precision and recall of suggestions on all hand-labelled rows', async () => {
  const labels = indicatorLabels();
  const counts = { rows: 0, wanted: 0, suggested: 0, right: 0, doubtful: 0, onDoubtful: 0 };
  const wrong: string[] = [];
  for (const document of new Set(labels.map((label) => label.document))) {
    const { all, links } = await suggested(`${document}.txt`, Number(document.slice(0, 4)));
    const own = labels.filter((label) => label.document === document);
    expect(own.map((label) => label.row)).toEqual(all.map((_, index) => index + 1));
    for (const [index, indicator] of all.entries()) {
      const label = own[index] as (typeof own)[number];
      const measureId = links.get(indicator.indicatorId) ?? null;
      counts.rows += 1;
      const answerable = label.kind === 'measure' && indicator.operator !== 'qualitative' && typeof indicator.target !== 'string';
      if (answerable) counts.wanted += 1;
      if (label.kind === 'unsettled') counts.doubtful += 1;
      if (measureId === null) continue;
      counts.suggested += 1;
      if (label.kind === 'measure' && label.answers.includes(measureId)) counts.right += 1;
      else wrong.push(`${document} ${label.row}: ${measureId}, not ${label.kind} ${label.answers.join(' | ')}`);
      if (label.kind === 'unsettled') counts.onDoubtful += 1;
    }
  }
  const { rows, wanted, suggested: made, right, doubtful, onDoubtful } = counts;
  console.log(
    `suggestions on ${rows} labelled rows: ${made} made, ${right} right: precision ${((100 * right) / made).toFixed(1)} %, recall ${((100 * right) / wanted).toFixed(1)} % of ${wanted} rows that ask one number; ${onDoubtful} of ${doubtful} doubtful rows got one`,
  );
  expect(wrong).toEqual([]);
  expect(right / wanted).toBeGreaterThan(0.9);
});
