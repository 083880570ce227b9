// The national table of 事前提醒结果 (supervision.md §1.5, warn_rslt) as a file: one row a reminder, one a call that had none.
import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import { type Day, formatInstant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

const COLUMNS =
  'warn_rslt_id trig_scen med_type reqt_time rsp_time ana_dura vola_flag rule_id rule_code rule_name rule_sev_deg rule_warn_lv warn_cont medfee_sumamt vola_amt warn_dspo_way warn_dspo_way_dscr crte_time updt_time'.split(
    ' ',
  );
const DAY = 86_400;

/** Times as yyyy-MM-dd HH:mm:ss, the analysis in whole milliseconds, money in yuan; `from` and `to` are included. */
export async function warningsCsv(db: Kysely<Database>, { from, to }: { from?: Day; to?: Day }): Promise<{ text: string; rows: number }> {
  const { rows } = await sql<Record<string, string | number | null>>`select * from warn_rslt
    where reqt_time >= ${(from ?? -1e6) * DAY} and reqt_time < ${((to ?? 1e6) + 1) * DAY} order by reqt_time, warn_rslt_id`.execute(
    db.withoutPlugins(),
  );
  const yuan = (fen: string | number | null | undefined) => (fen === null || fen === undefined ? '' : (Number(fen) / 100).toFixed(2));
  const time = (at: string | number | null | undefined) => formatInstant(Math.floor(Number(at)));
  const written = (row: Record<string, string | number | null>, name: string): string => {
    if (name.endsWith('_time')) return time(row[name]);
    if (name === 'medfee_sumamt' || name === 'vola_amt') return yuan(row[`${name}_fen`]);
    if (name === 'ana_dura') return row.ana_dura === null ? '' : String(Math.ceil(Number(row.ana_dura)));
    return String(row[name] ?? '');
  };
  const lines = rows.map((row) => COLUMNS.map((name) => csvCell(written(row, name))).join(','));
  return { text: `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`, rows: rows.length };
}
