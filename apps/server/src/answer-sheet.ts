// Answers by Excel: findings out, answers in, every refused row with its reason.
import { readWorkbook, type SheetPage, writeWorkbook } from '@hengjian/documents';
import { formatDay, type Issue, type Outcome } from '@hengjian/domain';
import { safe } from './download.ts';
import type { InstitutionFindingJson } from './schemas/finding-life.ts';

const heads = ['疑点编号', '规则', '说明', '医师', '就诊', '结算日期', '涉及金额（元）', '基金（元）', '答复期限', '答复', '理由'] as const;
const widths = [26, 22, 48, 14, 20, 11, 13, 12, 11, 9, 40];
const [ID, ANSWER, REASON] = ['疑点编号', '答复', '理由'];

/** The sheet that an institution fills in. */
export function writeAnswerSheet(name: string, rows: readonly InstitutionFindingJson[]): Promise<Uint8Array> {
  const money = (fen: number | null) => ({ value: fen === null ? null : fen / 100, kind: 'number' as const, format: '#,##0.00' });
  const page: SheetPage = {
    name: '疑点答复',
    widths,
    headRows: 2,
    landscape: true,
    choices: [{ column: heads.indexOf('答复'), values: ['认可', '申诉'], title: '答复' }],
    rows: [
      [{ value: `${name} 疑点答复表：在“答复”列填“认可”或“申诉”，申诉要写理由；留空的行不处理`, kind: 'title', across: heads.length }],
      heads.map((value) => ({ value, kind: 'head' })),
      ...rows.map((row) => [
        { value: row.findingId },
        { value: safe(row.ruleTitle) },
        { value: safe(row.explanation) },
        { value: safe(row.doctorNo ?? '') },
        { value: safe(row.encounterNos.join(';')) },
        { value: formatDay(row.periodDay) },
        money(row.amountFen),
        money(row.fundFen),
        { value: row.dueDay === null ? '' : formatDay(row.dueDay) },
        null,
        null,
      ]),
    ],
  };
  return writeWorkbook([page]);
}

export interface SheetAnswer {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly findingId: string;
  readonly action: 'accept' | 'appeal';
  readonly why: string;
}

export interface AnswersRead {
  readonly answers: readonly SheetAnswer[];
  readonly refused: readonly { readonly row: number; readonly findingId: string; readonly issue: Issue }[];
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `finding.${code}`, severity: 'error', facts });

/** Reads a filled sheet; rows without an answer are left out. */
export async function readAnswerSheet(file: string, bytes: Uint8Array): Promise<Outcome<AnswersRead>> {
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [{ ...issue('answerNotBook', { reason }), file }] };
  }
  const found = sheets.flatMap(({ rows }) => {
    const head = rows.findIndex((row) => row.some((cell) => cell.trim() === ID));
    return head < 0 ? [] : [{ rows, head, names: (rows[head] as string[]).map((cell) => cell.trim()) }];
  })[0];
  const missing = [ID, ANSWER, REASON].find((name) => !found?.names.includes(name));
  if (!found || missing !== undefined) return { ok: false, issues: [{ ...issue('answerColumn', { name: missing ?? ID }), file }] };
  const [id, answer, reason] = [ID, ANSWER, REASON].map((name) => found.names.indexOf(name)) as [number, number, number];
  const answers: SheetAnswer[] = [];
  const refused: AnswersRead['refused'][number][] = [];
  const seen = new Map<string, number>();
  for (const [i, cells] of found.rows.entries()) {
    if (i <= found.head) continue;
    const row = i + 1;
    const [findingId, given, why] = [cells[id] ?? '', cells[answer] ?? '', cells[reason] ?? ''].map((cell) => cell.trim()) as [
      string,
      string,
      string,
    ];
    if (given === '') continue;
    const action = given === '认可' ? 'accept' : given === '申诉' ? 'appeal' : undefined;
    const before = seen.get(findingId);
    const wrong = !action
      ? issue('answerWord', { given })
      : action === 'appeal' && why === ''
        ? issue('answerNoReason')
        : before !== undefined
          ? issue('answerTwice', { row: before })
          : undefined;
    if (wrong || !action) refused.push({ row, findingId, issue: wrong as Issue });
    else {
      seen.set(findingId, row);
      answers.push({ row, findingId, action, why });
    }
  }
  return { ok: true, value: { answers, refused }, issues: [] };
}
