// The extract folder on disk. Files are written beside their names and take them only when all of them are whole.
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export const columns = {
  psn: 'psn_no,gend,brdy,insutype,death_date,psn_type,insu_admdvs,addr',
  fixmedins: 'fixmedins_code,fixmedins_name,fixmedins_type,hosp_lv,admdvs,aprv_bed_cnt,agrm_begndate,agrm_enddate,lon,lat',
  prac: 'prac_code,prac_name,fixmedins_code,profttl,pracr_type,stas,stas_begndate,stas_enddate,prac_scp',
  mdtrt:
    'mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime,dise_codg,dept_codg,bedno,dr_codg,dscg_way,insutype,out_area_flag,matn_stas,internet_flag,act_ipt_days,drg_codg',
  diag: 'mdtrt_id,diag_code,maindiag_flag,diag_srt_no,inout_diag_type',
  oprn: 'mdtrt_id,oprn_code,main_oprn_flag,oprn_time,oprn_end_time,oper_dr_code,anst_dr_code,incs_grp',
  feedetl:
    'feedetl_sn,mdtrt_id,setl_id,fee_ocur_time,med_list_codg,list_type,med_chrgitm_type,cnt,pric,det_item_fee_sumamt,inscp_amt,bilg_dept_codg,bilg_dr_codg,rx_no,prd_days,sin_dos,used_frqu,init_feedetl_sn,updt_time',
  trac: 'mdtrt_id,feedetl_sn,drug_trac_codg,trdn_flag',
  setl: 'setl_id,mdtrt_id,psn_no,fixmedins_code,setl_time,medfee_sumamt,fund_pay_sumamt,inscp_amt,hifp_pay,acct_pay,maf_pay,psn_cash_pay,insutype,med_type,refd_setl_flag,init_setl_id,clr_way',
  inv: 'fixmedins_code,med_list_codg,period,begn_cnt,purc_cnt,sel_cnt,loss_cnt,end_cnt',
  rx: 'rx_no,psn_no,fixmedins_code,med_list_codg,rx_date,bilg_dr_codg,vali_enddate,cnt',
  equip: 'fixmedins_code,med_list_codg,equip_cnt,lic_no,begndate,enddate',
  benefit: 'psn_no,insutype,begndate,enddate,trt_stas',
  opsp: 'psn_no,opsp_dise_code,begndate,enddate,quot_amt',
  truth: 'rule_id,rule_code,grain,subject_id,psn_no,mdtrt_id,setl_id,feedetl_sns',
} as const;

export type ExtractTable = keyof typeof columns;

/** Where rows go; a test may collect them instead of writing files. */
export interface Sink {
  row(table: ExtractTable, row: string): void;
  close(): void;
  abandon(): void;
}

/** Bytes kept before they are written. */
const BUFFER_BYTES = 1 << 17;

/** One table being written. Rows are encoded at once, so that they need not outlive the line they describe. */
class TableFile {
  private readonly handle: number;
  private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private used = 0;

  constructor(file: string) {
    this.handle = openSync(file, 'w');
  }

  add(row: string): void {
    // A character takes three bytes at most.
    if (this.used + row.length * 3 + 1 > BUFFER_BYTES) this.flush();
    this.used += this.buffer.write(row, this.used);
    this.used += this.buffer.write('\n', this.used);
  }

  flush(): void {
    for (let done = 0; done < this.used; ) done += writeSync(this.handle, this.buffer, done, this.used - done);
    this.used = 0;
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** Writes `<table>.csv` files into the folder; `abandon` leaves nothing behind. */
export function folderSink(folder: string): Sink {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(columns) as ExtractTable[];
  const file = (table: string) => path.join(folder, `${table}.csv`);
  const open = new Map(names.map((table) => [table, new TableFile(`${file(table)}.part`)]));
  for (const [table, out] of open) out.add(columns[table]);
  return {
    row(table, row) {
      (open.get(table) as TableFile).add(row);
    },
    close() {
      for (const out of open.values()) {
        out.flush();
        out.close();
      }
      for (const table of names) renameSync(`${file(table)}.part`, file(table));
    },
    abandon() {
      for (const [table, out] of open) {
        out.close();
        rmSync(`${file(table)}.part`, { force: true });
      }
    },
  };
}
