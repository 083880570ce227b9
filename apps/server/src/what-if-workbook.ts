// A what-if as a workbook: before and after side by side, by group, and what could not be reproduced.
import { type SheetCell, type SheetPage, writeWorkbook } from '@hengjian/documents';
import { insuranceWords, type Language, settingWords, valueWords, type Words } from '@hengjian/domain';
import type { EffectJson, WhatIfJson } from './schemas/policy.ts';

const unknown: Words = { zh: '未知', en: 'unknown' };

const groupTitles: Readonly<Record<string, Words>> = {
  insuranceSetting: { zh: '险种与就医方式', en: 'Insurance and setting' },
  level: { zh: '机构级别', en: 'Class of institution' },
  age: { zh: '年龄段', en: 'Age' },
  cost: { zh: '全年医疗费用', en: 'Cost of the year' },
  area: { zh: '参保区划', en: 'Area of insurance' },
  provider: { zh: '机构', en: 'Institution' },
};
const costs: Readonly<Record<string, Words>> = {
  '1': { zh: '1000 元以下', en: 'below 1,000 yuan' },
  '2': { zh: '1000–5000 元', en: '1,000–5,000 yuan' },
  '3': { zh: '5000–2 万元', en: '5,000–20,000 yuan' },
  '4': { zh: '2–5 万元', en: '20,000–50,000 yuan' },
  '5': { zh: '5 万元以上', en: 'above 50,000 yuan' },
};

/** What a value of a group is called. */
function groupWord(group: string, key: string, name: string | null, language: Language): string {
  if (key === '') return unknown[language];
  if (group === 'insuranceSetting') {
    const [insurance = '', setting = ''] = key.split('/');
    const word = (words: Readonly<Record<string, Words>>, value: string) => (words[value] ?? unknown)[language];
    return `${word(insuranceWords, insurance)} · ${word(settingWords, setting)}`;
  }
  if (group === 'level') return valueWords.level?.[key]?.[language] ?? key;
  if (group === 'cost') return costs[key]?.[language] ?? key;
  return name ?? key;
}

const heads: readonly Words[] = [
  { zh: '分组', en: 'Group' },
  { zh: '结算笔数', en: 'Settlements' },
  { zh: '人数', en: 'People' },
  { zh: '基金支付（调整前，元）', en: 'Fund before (yuan)' },
  { zh: '基金支付（调整后，元）', en: 'Fund after (yuan)' },
  { zh: '基金增减（元）', en: 'Change for the fund (yuan)' },
  { zh: '个人负担（调整前，元）', en: 'People before (yuan)' },
  { zh: '个人负担（调整后，元）', en: 'People after (yuan)' },
  { zh: '个人增减（元）', en: 'Change for people (yuan)' },
  { zh: '受益人数', en: 'Gain' },
  { zh: '受损人数', en: 'Lose' },
  { zh: '不变人数', en: 'The same' },
];
const yuan = (fen: number): SheetCell => ({ value: fen / 100, kind: 'number', format: '#,##0.00' });
const count = (value: number): SheetCell => ({ value, kind: 'number', format: '#,##0' });
const line = (title: string, e: EffectJson): SheetCell[] => {
  const [before, after] = [e.poolBefore + e.aidBefore, e.poolAfter + e.aidAfter];
  return [
    { value: title },
    count(e.settlements),
    count(e.people),
    yuan(before),
    yuan(after),
    yuan(after - before),
    yuan(e.ownBefore),
    yuan(e.ownAfter),
    yuan(e.ownAfter - e.ownBefore),
    count(e.gain),
    count(e.lose),
    count(e.same),
  ];
};

const widths = [30, 12, 10, 20, 20, 18, 20, 20, 18, 10, 10, 10];
const reasons: Readonly<Record<string, Words>> = {
  unknown: { zh: '记录缺政策范围内金额或统筹支付', en: 'scope or pool amount not recorded' },
  'no-rule': { zh: '没有适用的待遇规则', en: 'no rule of the scheme fits' },
  pool: { zh: '统筹支付与重算不符', en: 'pool differs' },
  aid: { zh: '医疗救助与重算不符', en: 'aid differs' },
};
const missedHeads: readonly Words[] = [
  { zh: '结算号', en: 'Settlement' },
  { zh: '原因', en: 'Why' },
  { zh: '记录（元）', en: 'Recorded (yuan)' },
  { zh: '重算（元）', en: 'Settled again (yuan)' },
];
const all: Words = { zh: '合计', en: 'All' };
const missed: Words = { zh: '未能重现', en: 'Not reproduced' };

const noteOf = ({ schemeTitle, year, result: { replayed, reproduced }, by }: WhatIfJson): Words => {
  const share = ((reproduced / replayed) * 100).toFixed(2);
  return {
    zh: `以 ${year} 年真实结算逐笔重算。政策依据：${schemeTitle}。重算现行政策，${replayed} 笔中 ${reproduced} 笔（${share}%）与记录一致；不一致的保持原样，不参加比较。假定就医行为不变。测算人：${by}。`,
    en: `Every real settlement of ${year} settled again. Policy: ${schemeTitle}. Under the policy in force ${reproduced} of ${replayed} settlements (${share}%) come out as recorded; the others keep what was paid and take no part. Assumed: people behave as they did. By ${by}.`,
  };
};

export const whatIfFileName = ({ title }: WhatIfJson, language: Language): string =>
  language === 'zh' ? `政策测算-${title}.xlsx` : `What-if-${title}.xlsx`;

export function whatIfWorkbook(one: WhatIfJson, language: Language): Promise<Uint8Array> {
  const { title, result } = one;
  const head = (words: readonly Words[]) => words.map((word): SheetCell => ({ value: word[language], kind: 'head' }));
  const titled = (name: string): string => (language === 'zh' ? `${title}：${name}` : `${title}: ${name}`);
  const note = noteOf(one)[language];
  const sheet = (name: string, rows: SheetCell[][]): SheetPage => ({
    name,
    widths,
    headRows: 3,
    landscape: true,
    rows: [
      [{ value: titled(name), kind: 'title', across: widths.length }],
      [{ value: note, kind: 'note', across: widths.length }],
      head(heads),
      ...rows,
    ],
  });
  const listed = result.notReproduced.length;
  const pages = [
    sheet(all[language], [line(all[language], result.all)]),
    ...result.groups.map(({ group, rows }) =>
      sheet(
        groupTitles[group]?.[language] ?? group,
        rows.map((row) => line(groupWord(group, row.key, row.name, language), row.effect)),
      ),
    ),
    {
      name: missed[language],
      widths: [30, 40, 18, 18],
      headRows: 2,
      rows: [
        [
          {
            value:
              language === 'zh' ? `未能重现的结算（列出前 ${listed} 笔）` : `Settlements that are not reproduced (the first ${listed})`,
            kind: 'title',
            across: 4,
          },
        ] as SheetCell[],
        head(missedHeads),
        ...result.notReproduced.map((settled): SheetCell[] => [
          { value: settled.settlementNo },
          { value: reasons[settled.why]?.[language] ?? settled.why },
          yuan(settled.recordedFen),
          yuan(settled.replayedFen),
        ]),
      ],
    } satisfies SheetPage,
  ];
  return writeWorkbook(pages, language);
}
