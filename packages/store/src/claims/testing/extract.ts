// Small extract folders and homes for tests. The base city: two people, a hospital and a pharmacy, one stay and one purchase.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { WireTableName } from '@hengjian/catalog';
import type { Outcome } from '@hengjian/domain';
import { type ImportReport, importClaims } from '@hengjian/workflows';
import { type Home, openHome } from '../../home.ts';
import type { ImporterOptions } from '../import.ts';
import { claimsImporter } from '../import.ts';

export type Row = Record<string, string>;
export type Extract = Partial<Record<WireTableName, Row[]>>;

export const base = (): Required<Pick<Extract, 'psn' | 'fixmedins' | 'prac' | 'mdtrt' | 'diag' | 'setl' | 'feedetl'>> => ({
  psn: [
    { psn_no: 'P1', gend: '1', brdy: '1950-02-28', insutype: '310', death_date: '' },
    { psn_no: 'P2', gend: '2', brdy: '1990-05-06', insutype: '390', death_date: '' },
  ],
  fixmedins: [
    { fixmedins_code: 'H1', fixmedins_name: '示例医院', fixmedins_type: '1', hosp_lv: '2', admdvs: '500000' },
    { fixmedins_code: 'H2', fixmedins_name: '示例药店', fixmedins_type: '2', hosp_lv: '', admdvs: '500000' },
  ],
  prac: [{ prac_code: 'D1', prac_name: '医师一', fixmedins_code: 'H1' }],
  mdtrt: [
    {
      mdtrt_id: 'M1',
      psn_no: 'P1',
      fixmedins_code: 'H1',
      med_type: '2101',
      begntime: '2024-03-01 08:00:00',
      endtime: '2024-03-05 10:00:00',
      dr_codg: 'D1',
    },
    {
      mdtrt_id: 'M2',
      psn_no: 'P2',
      fixmedins_code: 'H2',
      med_type: '41',
      begntime: '2024-03-02 09:00:00',
      endtime: '9999-12-31 00:00:00',
      dr_codg: '',
    },
  ],
  diag: [
    { mdtrt_id: 'M1', diag_code: 'I10.x00', maindiag_flag: '0', diag_srt_no: '2', inout_diag_type: '2' },
    { mdtrt_id: 'M1', diag_code: 'I20.000', maindiag_flag: '1', diag_srt_no: '1', inout_diag_type: '2' },
  ],
  setl: [
    {
      setl_id: 'S1',
      mdtrt_id: 'M1',
      psn_no: 'P1',
      fixmedins_code: 'H1',
      setl_time: '2024-03-05 11:00:00',
      medfee_sumamt: '120.00',
      fund_pay_sumamt: '70.00',
      refd_setl_flag: '0',
      init_setl_id: '',
      clr_way: '1',
    },
    {
      setl_id: 'S2',
      mdtrt_id: 'M2',
      psn_no: 'P2',
      fixmedins_code: 'H2',
      setl_time: '2024-03-02 09:05:00',
      medfee_sumamt: '25.00',
      fund_pay_sumamt: '10.00',
      refd_setl_flag: '0',
      init_setl_id: '',
      clr_way: '1',
    },
  ],
  feedetl: [
    line('M1', '1', 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '4', '20.00', '60.00'),
    line('M1', '2', 'S1', '2024-03-02 10:00:00', '001101000010000', '1', '40.00', '40.00', '201'),
    line('M2', '1', 'S2', '2024-03-02 09:00:00', 'XA02BCA00002', '2.5', '10.000000', '25.00'),
  ],
});

/** A charge line; the amount is price × quantity. */
export function line(
  mdtrt: string,
  no: string,
  setl: string,
  time: string,
  code: string,
  cnt: string,
  pric: string,
  inscp: string,
  list = '101',
): Row {
  const amount = (Math.round(Number(cnt) * Number(pric) * 100) / 100).toFixed(2);
  return {
    feedetl_sn: no,
    mdtrt_id: mdtrt,
    setl_id: setl,
    fee_ocur_time: time,
    med_list_codg: code,
    list_type: list,
    med_chrgitm_type: '09',
    cnt,
    pric,
    det_item_fee_sumamt: amount,
    inscp_amt: inscp,
  };
}

const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export function csv(rows: readonly Row[], delimiter = ','): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header.join(delimiter), ...rows.map((row) => header.map((name) => field(row[name] ?? '')).join(delimiter))]
    .join('\n')
    .concat('\n');
}

export function writeExtract(folder: string, extract: Extract): string {
  mkdirSync(folder, { recursive: true });
  for (const [table, rows] of Object.entries(extract)) writeFileSync(path.join(folder, `${table}.csv`), csv(rows));
  return folder;
}

export interface Workplace {
  /** An empty folder of the test. */
  folder: string;
  home: Home;
  /** Writes an extract and imports it. */
  import(extract: Extract | string, options?: { acceptRejects?: boolean } & ImporterOptions): Promise<Outcome<ImportReport>>;
  /** Rows of a query over the last state. */
  rows(sql: string): Promise<Record<string, number | string | boolean | null>[]>;
  close(): Promise<void>;
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-claims-'));
  const home = await openHome(path.join(folder, 'home'));
  let count = 0;
  return {
    folder,
    home,
    import(extract, { acceptRejects = false, ...options } = {}) {
      count += 1;
      const from = typeof extract === 'string' ? extract : writeExtract(path.join(folder, `extract-${count}`), extract);
      return importClaims(claimsImporter(home, { memoryLimitMb: 300, ...options }), { folder: from, acceptRejects, progress: () => {} });
    },
    async rows(sql) {
      const connection = await (await home.lake.snapshot()).connect({ memoryLimitMb: 300 });
      try {
        return await connection.rows(sql);
      } finally {
        connection.close();
      }
    },
    async close() {
      await home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
