// The claims to take along as a sheet to write on: what was drawn, how, and columns for what is found.
import type { SheetPage } from '@hengjian/documents';
import { formatDay, type Inspection } from '@hengjian/domain';
import { type LakeConnection, sampledEncounters } from '@hengjian/store';
import { safe } from '../download.ts';

const heads = [
  '序号',
  '就诊编号',
  '参保人编号',
  '就诊方式',
  '科室',
  '主要诊断',
  '入院（就诊）',
  '出院',
  '结算编号',
  '总费用（元）',
  '基金（元）',
  '核查情况',
  '是否有问题',
];
const widths = [6, 22, 20, 9, 14, 14, 12, 12, 24, 13, 13, 30, 10];
const settings: Readonly<Record<string, string>> = { inpatient: '住院', outpatient: '门诊', pharmacy: '购药' };
const dayText = (day: number | null) => (day === null ? '' : formatDay(day));

export async function sampleSheet(lake: LakeConnection, one: Inspection): Promise<SheetPage> {
  const sample = one.sample as NonNullable<Inspection['sample']>;
  const encounters = await sampledEncounters(lake, sample.encounterNos);
  const note = `${formatDay(sample.from)} 至 ${formatDay(sample.to)}结算的 ${sample.population} 例中，按就诊类别分层随机抽取 ${sample.encounterNos.length} 例；种子 ${sample.seed}，${sample.by} ${formatDay(sample.day)} 抽取`;
  return {
    name: '抽取病例',
    widths,
    headRows: 3,
    landscape: true,
    choices: [{ column: 12, values: ['有', '无'], title: '是否有问题' }],
    rows: [
      [{ value: `${one.providerName}抽取病例（${one.matterId}）`, kind: 'title', across: heads.length }],
      [{ value: note, kind: 'note', across: heads.length }],
      heads.map((value) => ({ value, kind: 'head' as const })),
      ...encounters.map((row, i) =>
        [
          i + 1,
          row.encounterNo,
          row.personNo,
          settings[row.setting] ?? row.setting,
          row.department,
          row.mainDiagnosis,
          dayText(row.begunDay),
          dayText(row.endedDay),
          row.settlementNos,
          row.totalFen,
          row.fundFen,
          '',
          '',
        ].map((value, column) =>
          column === 9 || column === 10
            ? { value: value === null ? null : (value as number) / 100, kind: 'number' as const, format: '#,##0.00' }
            : { value: typeof value === 'string' ? safe(value) : value },
        ),
      ),
    ],
  };
}
