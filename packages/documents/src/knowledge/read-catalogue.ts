// A catalogue of billable items as a bureau exports it: a code and, where given, a name and the days in force. CSV or XLSX.
import path from 'node:path';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import { type Issue, parseDay } from '@hengjian/domain';
import { decodeText } from '../encoding.ts';
import { readWorkbook } from '../workbook/workbook.ts';

export interface CatalogueRow {
  code: string;
  name: string | null;
  /** Days since 1970-01-01, both included; null: open. */
  validFrom: number | null;
  validTo: number | null;
}

const titles = {
  code: ['code', '编码', '医保编码', '目录编码', '药品代码', '医保目录编码', 'med_list_codg', 'hilist_code'],
  name: ['name', '名称', '项目名称', '药品名称', '通用名', '注册名称', 'hilist_name'],
  validFrom: ['validfrom', '生效日期', '开始日期', 'begndate'],
  validTo: ['validto', '失效日期', '终止日期', '结束日期', 'enddate'],
};

/** Rows with their issues; no row at all is one issue. Never throws for what the bytes say. */
export async function readCatalogue(bytes: Uint8Array, file: string): Promise<{ rows: CatalogueRow[]; issues: Issue[] }> {
  const tables = await tablesOf(bytes, file);
  const issues: Issue[] = [];
  const rows = tables.flatMap(({ sheet, cells: [head, ...body] }) => {
    const column = (names: readonly string[]) => (head ?? []).findIndex((cell) => names.includes(cell.trim().toLowerCase()));
    const [code, name, from, to] = [column(titles.code), column(titles.name), column(titles.validFrom), column(titles.validTo)];
    if (code < 0) return [];
    return body.flatMap((cells, i): CatalogueRow[] => {
      const text = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim());
      if (text(code) === '') return [];
      const days = [from, to].map((at) =>
        text(at) === ''
          ? null
          : parseDay(
              text(at)
                .replace(/[年月/]/g, '-')
                .replace(/日.*$|[ T].*$/, ''),
            ),
      );
      const bad = [from, to].find((_, n) => days[n] === undefined);
      if (bad !== undefined) {
        const place = { severity: 'error' as const, file, row: i + 2, ...(sheet ? { sheet } : {}) };
        issues.push({ code: 'knowledge.catalogueBadDate', ...place, facts: { text: text(bad) } });
        return [];
      }
      return [{ code: text(code), name: text(name) || null, validFrom: days[0] ?? null, validTo: days[1] ?? null }];
    });
  });
  if (rows.length === 0 && issues.length === 0) issues.push({ code: 'knowledge.catalogueEmpty', severity: 'error', file, facts: {} });
  return { rows, issues };
}

async function tablesOf(bytes: Uint8Array, file: string): Promise<{ sheet?: string; cells: readonly (readonly string[])[] }[]> {
  if (path.extname(file).toLowerCase() === '.xlsx') {
    const sheets = await readWorkbook(bytes).catch(() => []);
    return sheets.map(({ name, rows }) => ({ sheet: name, cells: rows }));
  }
  const text = decodeText(bytes);
  return text === null ? [] : [{ cells: readCsv(text).records.map(({ cells }) => cells) }];
}
