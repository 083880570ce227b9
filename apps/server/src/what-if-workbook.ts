// A what-if as a workbook: before and after side by side, by group, and what could not be reproduced.
import { type SheetCell, type SheetPage, writeWorkbook } from '@hengjian/documents';
import { insuranceWords, settingWords } from '@hengjian/domain';
import type { EffectJson, WhatIfJson } from './schemas/policy.ts';

const groupTitles: Record<string, string> = {
  insuranceSetting: '险种与就医方式',
  level: '机构级别',
  age: '年龄段',
  cost: '全年医疗费用',
  area: '参保区划',
  provider: '机构',
};
const costs: Record<string, string> = { '1': '1000 元以下', '2': '1000–5000 元', '3': '5000–2 万元', '4': '2–5 万元', '5': '5 万元以上' };
const levels: Record<string, string> = { '0': '未定级', '1': '一级', '2': '二级', '3': '三级' };

/** What a value of a group is called in Chinese. */
function groupWord(group: string, key: string, name: string | null): string {
  if (key === '') return '未知';
  if (group === 'insuranceSetting') {
    const [insurance = '', setting = ''] = key.split('/');
    const word = (words: Readonly<Record<string, { zh: string }>>, value: string) => words[value]?.zh ?? '未知';
    return `${word(insuranceWords, insurance)} · ${word(settingWords, setting)}`;
  }
  if (group === 'level') return levels[key] ?? key;
  if (group === 'cost') return costs[key] ?? key;
  return name ?? key;
}

const heads = [
  '分组',
  '结算笔数',
  '人数',
  '基金支付（调整前，元）',
  '基金支付（调整后，元）',
  '基金增减（元）',
  '个人负担（调整前，元）',
  '个人负担（调整后，元）',
  '个人增减（元）',
  '受益人数',
  '受损人数',
  '不变人数',
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
const reasons: Record<string, string> = {
  unknown: '记录缺政策范围内金额或统筹支付',
  'no-rule': '没有适用的待遇规则',
  pool: '统筹支付与重算不符',
  aid: '医疗救助与重算不符',
};

export function whatIfWorkbook({ title, schemeTitle, year, result, by }: WhatIfJson): Promise<Uint8Array> {
  const head = heads.map((value): SheetCell => ({ value, kind: 'head' }));
  const sheet = (name: string, note: string, rows: SheetCell[][]): SheetPage => ({
    name,
    widths,
    headRows: 3,
    landscape: true,
    rows: [
      [{ value: `${title}：${name}`, kind: 'title', across: widths.length }],
      [{ value: note, kind: 'note', across: widths.length }],
      head,
      ...rows,
    ],
  });
  const share = ((result.reproduced / result.replayed) * 100).toFixed(2);
  const note = `以 ${year} 年真实结算逐笔重算。政策依据：${schemeTitle}。重算现行政策，${result.replayed} 笔中 ${result.reproduced} 笔（${share}%）与记录一致；不一致的保持原样，不参加比较。假定就医行为不变。测算人：${by}。`;
  const pages = [
    sheet('合计', note, [line('合计', result.all)]),
    ...result.groups.map(({ group, rows }) =>
      sheet(
        groupTitles[group] ?? group,
        note,
        rows.map((row) => line(groupWord(group, row.key, row.name), row.effect)),
      ),
    ),
    {
      name: '未能重现',
      widths: [30, 40, 18, 18],
      headRows: 2,
      rows: [
        [{ value: `未能重现的结算（列出前 ${result.notReproduced.length} 笔）`, kind: 'title', across: 4 }] as SheetCell[],
        ['结算号', '原因', '记录（元）', '重算（元）'].map((value): SheetCell => ({ value, kind: 'head' })),
        ...result.notReproduced.map((one): SheetCell[] => [
          { value: one.settlementNo },
          { value: reasons[one.why] ?? one.why },
          yuan(one.recordedFen),
          yuan(one.replayedFen),
        ]),
      ],
    } satisfies SheetPage,
  ];
  return writeWorkbook(pages);
}
