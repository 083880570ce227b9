// A filter of findings as a file: CSV is streamed, a workbook is limited to what Excel opens.
import { Readable } from 'node:stream';
import { certaintyTitles } from '@hengjian/catalog';
import { type SheetPage, writeWorkbook } from '@hengjian/documents';
import { formatDay, formatYuan } from '@hengjian/domain';
import type { StoredFinding } from '@hengjian/store';
import type { FastifyReply } from 'fastify';
import { CSV, csvLine, safe, sendFile, XLSX } from './download.ts';
import { masked } from './mask.ts';
import { refuse } from './refusal.ts';
import type { Services } from './services.ts';

const heads = [
  '疑点编号',
  '规则编码',
  '规则',
  '性质',
  '日期',
  '机构编码',
  '机构',
  '参保人编号',
  '就诊',
  '结算',
  '涉及金额（元）',
  '基金（元）',
  '说明',
  '依据',
];
const widths = [26, 20, 24, 9, 11, 16, 24, 18, 20, 20, 13, 13, 50, 36];
const MONEY = new Set([10, 11]);
/** Rows of one sheet, far below Excel's 1,048,576: building them takes memory. */
const SHEET_LIMIT = 100_000;

type Cells = (string | number | null)[];

async function cellsOf(row: StoredFinding, { names }: Services, whole: boolean): Promise<Cells> {
  const [rule, providers] = await Promise.all([names.rule(row.ruleId, row.edition), names.providers()]);
  return [
    row.findingId,
    row.ruleCode,
    rule?.title.zh ?? row.ruleId,
    certaintyTitles[row.certainty].zh,
    formatDay(row.periodDay),
    row.providerNos.join(';'),
    row.providerNos.map((no) => providers.get(no)?.name ?? no).join(';'),
    row.personNos.map((no) => (whole ? no : masked(no))).join(';'),
    row.encounterNos.join(';'),
    row.settlementNos.join(';'),
    row.amountFen,
    row.fundFen,
    row.explanationZh,
    row.basis,
  ];
}

const csvText = (value: string | number | null, column: number) =>
  typeof value === 'number' && MONEY.has(column) ? formatYuan(value) : value;

export async function sendFindings(
  reply: FastifyReply,
  findings: AsyncIterable<StoredFinding>,
  services: Services,
  { format, whole }: { format: 'csv' | 'xlsx'; whole: boolean },
): Promise<FastifyReply> {
  if (format === 'csv') {
    const lines = async function* () {
      yield `\uFEFF${heads.join(',')}\r\n`;
      for await (const row of findings) yield csvLine((await cellsOf(row, services, whole)).map(csvText));
    };
    return reply
      .type(CSV)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('疑点.csv')}`)
      .send(Readable.from(lines()));
  }
  const rows: SheetPage['rows'] = [
    [{ value: '疑点清单', kind: 'title', across: heads.length }],
    heads.map((value) => ({ value, kind: 'head' })),
  ];
  for await (const finding of findings) {
    if (rows.length - 2 >= SHEET_LIMIT) refuse('server.sheet-too-long', { limit: SHEET_LIMIT }, 422);
    const cells = await cellsOf(finding, services, whole);
    rows.push(
      cells.map((value, column) =>
        MONEY.has(column)
          ? { value: value === null ? null : (value as number) / 100, kind: 'number', format: '#,##0.00' }
          : { value: typeof value === 'string' ? safe(value) : value },
      ),
    );
  }
  const bytes = await writeWorkbook([{ name: '疑点', widths, rows, headRows: 2, landscape: true }]);
  return sendFile(reply, bytes, '疑点.xlsx', XLSX);
}
