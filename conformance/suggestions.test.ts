// Published tables, read and adopted: how many quantitative indicators have a measure, and that none is answered by a wrong one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { measureTables, suggestMeasures } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import { isQuantitative, planFromDocument } from '@hengjian/domain';
import { partsOf } from '@hengjian/language';
import { measureById } from '@hengjian/workflows';
import { expect, test } from 'vitest';

const shared = process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../shared');
const folder = path.join(shared, 'data/seeds');
const present = existsSync(folder);
if (!present) console.log(`suggestions on published tables are skipped: ${folder} is not there`);

async function suggested(file: string, year: number) {
  const reading = await readDocument(readFileSync(path.join(folder, file)), file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  const plan = planFromDocument(reading.value.document, year, 'P');
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
  [/参保率|参保人数/, /enrolment-counts/],
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
