// Small extract folders (contracts §3) with everything at its usual value.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Row = { [column: string]: string | number };
export interface Extract {
  psn: Row[];
  fixmedins?: Row[];
  prac?: Row[];
  mdtrt: Row[];
  feedetl: Row[];
  setl: Row[];
  diag?: Row[];
}

const usual: { [table: string]: Row } = {
  psn: { psn_no: '', gend: 1, brdy: '1980-01-01', insutype: '310' },
  fixmedins: { fixmedins_code: 'H1', fixmedins_name: '第一医院', fixmedins_type: '1', hosp_lv: '2', admdvs: '000001' },
  mdtrt: {
    mdtrt_id: '',
    psn_no: 'P1',
    fixmedins_code: 'H1',
    med_type: '21',
    begntime: '2025-03-01 08:00:00',
    endtime: '2025-03-11 09:00:00',
  },
  feedetl: {
    feedetl_sn: '',
    mdtrt_id: '',
    setl_id: '',
    fee_ocur_time: '2025-03-02 09:00:00',
    med_list_codg: 'A',
    list_type: '101',
    med_chrgitm_type: '09',
    cnt: 1,
    pric: 10,
    det_item_fee_sumamt: '',
    inscp_amt: '',
    init_feedetl_sn: '',
  },
  setl: {
    setl_id: '',
    mdtrt_id: '',
    psn_no: 'P1',
    fixmedins_code: 'H1',
    setl_time: '2025-03-11 10:00:00',
    medfee_sumamt: '',
    fund_pay_sumamt: 0,
    refd_setl_flag: '0',
    init_setl_id: '',
  },
  diag: { mdtrt_id: '', diag_code: '', maindiag_flag: '1' },
};

/** Writes the folder and returns it. Amounts default to price × quantity; totals must be given where they matter. */
export function writeExtract(folder: string, extract: Extract): string {
  mkdirSync(folder, { recursive: true });
  const tables: { [table: string]: Row[] } = { fixmedins: [{}], ...extract } as never;
  for (const [table, rows] of Object.entries(tables)) {
    const full = rows.map((row) => {
      const all = { ...usual[table], ...row };
      if (table === 'feedetl') {
        const amount = (Number(all.cnt) * Number(all.pric)).toFixed(2);
        return { ...all, det_item_fee_sumamt: all.det_item_fee_sumamt || amount, inscp_amt: all.inscp_amt === '' ? amount : all.inscp_amt };
      }
      return all;
    }) as Row[];
    const columns = [...new Set(full.flatMap((row) => Object.keys(row)))];
    writeFileSync(
      path.join(folder, `${table}.csv`),
      [columns.join(','), ...full.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\n').concat('\n'),
    );
  }
  return folder;
}
