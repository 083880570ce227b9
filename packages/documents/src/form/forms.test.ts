// What is written is read back equal: the published tables, whatever kind they are, and tables made up by chance.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentKind, managedAspects, managedProblem, type ReadDocument, type ReadIndicator } from '@hengjian/domain';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { writeForms, writeFormsWorkbook } from './write-forms.ts';

const shared = process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared');
const folder = path.join(shared, 'data/seeds');
const seeds = existsSync(folder) ? readdirSync(folder).sort() : [];
if (seeds.length === 0) console.log(`the round trip of published tables is skipped: ${folder} is not there`);

/** Everything a form says; places, repairs and warnings belong to the file it was read from. */
const said = ({ org, year, totals, projects }: ReadDocument) => ({
  org,
  year,
  totals,
  projects: projects.map(({ name, kind, budgetWan, goals, indicators }) => ({
    name,
    kind,
    budgetWan,
    goals,
    indicators: indicators.map((one) => ({
      group: one.group,
      level1: one.level1,
      level2: one.level2,
      name: one.name,
      operator: one.operator,
      value: one.value,
      unit: one.unit,
      weight: one.weight,
      actual: one.actual,
      score: one.score,
      remark: one.remark || null,
      forecast: one.forecast ?? null,
      likelihood: one.likelihood ?? null,
    })),
  })),
});

async function readBack(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const reading = await readDocument(bytes, name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.value.document;
}

describe.skipIf(seeds.length === 0)('published tables', () => {
  test.each(seeds)('%s as docx and as xlsx', async (file) => {
    const original = await readBack(readFileSync(path.join(folder, file)), file);
    expect(said(await readBack(await writeForms(original), '表.docx'))).toEqual(said(original));
    expect(said(await readBack(await writeFormsWorkbook(original), '表.xlsx'))).toEqual(said(original));
  });
});

// Names and goals as bureaus write them, without the words by which a reader knows heads, numbering and closing lines.
const han = fc
  .array(fc.constantFrom(...'开展完成定点机构参保群众基金监管政策宣传培训检查信息系统服务能力提升覆盖'), { minLength: 4, maxLength: 24 })
  .map((signs) => signs.join(''));
const name = fc.tuple(han, fc.constantFrom('率', '次数', '家数', '人次', '情况', '金额')).map(([start, end]) => `${start}${end}`);
const target = fc.oneof(
  fc.record({
    operator: fc.constantFrom('≥', '≤', '=', '>', '<' as const),
    value: fc.oneof(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
    ),
    unit: fc.constantFrom('%', '次', '家', '万元', '人次', '元/人/年', '万条'),
  }),
  fc.record({
    operator: fc.constant('qualitative' as const),
    value: fc.constantFrom('有所提高', '2024年12月底前', '稳定运行'),
    unit: fc.constant(null),
  }),
);
const points = fc.option(fc.integer({ min: 1, max: 20 }));
const levels = fc.constantFrom(
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
);
const money = fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 100);

const rows = fc.array(
  fc.record({
    levels,
    name,
    target,
    weight: fc.integer({ min: 1, max: 20 }),
    actual: fc.integer({ min: 0, max: 5000 }),
    score: points,
    remark: fc.option(han),
    likelihood: fc.option(fc.constantFrom('certain', 'possible', 'impossible' as const)),
  }),
  { minLength: 1, maxLength: 12 },
);
type Rows = typeof rows extends fc.Arbitrary<infer T> ? T : never;

const tierOrder = (one: Rows[number]) =>
  ['产出指标', '效益指标', '满意度指标'].indexOf(one.levels[0] as string) * 10 + (one.levels[1] as string).length;
/** What each kind of form has room for. */
function indicatorOf(kind: DocumentKind, one: Rows[number]): ReadIndicator {
  const evaluated = kind === 'self-evaluation' || kind === 'monitoring';
  return {
    level1: one.levels[0] as string,
    level2: one.levels[1] as string,
    name: one.name,
    ...one.target,
    weight: kind === 'monitoring' || kind === 'regional-transfer' ? null : one.weight,
    actual: evaluated ? one.actual : null,
    score: kind === 'self-evaluation' ? one.score : null,
    group: null,
    line: 0,
    repairs: [],
    ...(evaluated ? { remark: one.remark } : {}),
    ...(kind === 'monitoring' ? { forecast: one.actual + 1, likelihood: one.likelihood } : {}),
  };
}
const kinds: DocumentKind[] = ['overall', 'project', 'regional-transfer', 'self-evaluation', 'monitoring'];
const documents = fc
  .record({
    kind: fc.constantFrom(...kinds),
    rows,
    goals: fc.array(han, { minLength: 1, maxLength: 4 }),
    project: han,
    basic: money,
    rest: money,
    grouped: fc.boolean(),
  })
  .map(({ kind, rows: own, goals, project, basic, rest, grouped }): ReadDocument => {
    const overall = kind === 'overall';
    // Indicators listed by goal, as 湖南 does.
    const byGoal = grouped && own.length > 1 && (overall || kind === 'monitoring');
    const groupOf = (at: number) => (byGoal ? (at < own.length / 2 ? '目标1' : '目标2') : null);
    const total = Number((basic + rest).toFixed(2));
    return {
      file: '',
      org: '云溪市医疗保障局',
      year: 2024,
      kind,
      totals: overall ? { totalWan: total, basicWan: basic, projectWan: rest } : { totalWan: null, basicWan: null, projectWan: null },
      projects: [
        {
          name: overall ? '部门整体支出' : `${project}项目`,
          kind,
          budgetWan: overall ? total : basic,
          goals: goals.map((goal, at) => `${at + 1}.${goal}。`),
          indicators: [...own]
            .sort((a, b) => tierOrder(a) - tierOrder(b))
            .map((one, at) => ({ ...indicatorOf(kind, one), group: groupOf(at) })),
        },
      ],
      warnings: [],
    };
  });

test('whatever is written is read back equal, as docx and as xlsx', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(said(await readBack(await writeForms(document), '表.docx'))).toEqual(said(document));
      expect(said(await readBack(await writeFormsWorkbook(document), '表.xlsx'))).toEqual(said(document));
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('A4, pages numbered, heads repeated, merged tiers, fonts named with what stands in for them', async () => {
  const [document] = fc.sample(
    documents.filter((one) => one.kind === 'self-evaluation'),
    { numRuns: 1, seed: 7 },
  );
  const files = unzipSync(await writeForms(document as ReadDocument));
  const text = (name: string) => strFromU8(files[name] as Uint8Array);
  const body = text('word/document.xml');
  expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(body).toMatch(/<w:tblHeader/);
  expect(body).toMatch(/w:gridSpan/);
  expect(body).toMatch(/w:eastAsia="仿宋"/);
  expect(body).toMatch(/w:eastAsia="黑体"/);
  expect(text('word/fontTable.xml')).toMatch(/w:name="仿宋"><w:altName w:val="FangSong/);
  expect(Object.keys(files).some((name) => /footer\d+\.xml$/.test(name) && text(name).includes('PAGE'))).toBe(true);
});

test('资金管理情况 of a transfer: how it is and what is wrong, both columns read back', async () => {
  const row = { level1: '产出指标', level2: '数量指标', name: '培训场次', operator: '≥' as const, value: 4, unit: '场', weight: null };
  const indicators = [{ ...row, actual: 5, score: null, group: null, line: 1, repairs: [], remark: null }];
  const fields = managedAspects.flatMap((aspect, at) => [
    { label: aspect, value: `情况${at}：按规定办理`, line: 1 },
    { label: managedProblem(aspect), value: `问题${at}：进度偏慢`, line: 1 },
  ]);
  const project = { name: '能力提升补助', kind: 'self-evaluation' as const, budgetWan: 20, goals: ['完成培训'], indicators, fields };
  const document = {
    org: '云溪市医疗保障局',
    year: 2024,
    totals: { totalWan: null, basicWan: null, projectWan: null },
    projects: [{ ...project, layout: 'transfer-self-evaluation' }],
  };
  for (const [bytes, file] of [
    [await writeForms(document), '表.docx'],
    [await writeFormsWorkbook(document), '表.xlsx'],
  ] as const) {
    const read = (await readBack(bytes, file)).projects[0];
    for (const { label, value } of fields) expect(read?.fields).toContainEqual(expect.objectContaining({ label, value }));
  }
});
