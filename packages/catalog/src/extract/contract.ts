/**
 * The extract folder: one file a table, national field names. What `claims import` accepts and the city writes.
 * Names that are not in the national tables (init_feedetl_sn, incs_grp, the `inv` file …) are ours.
 */
export type WireType = 'text' | 'code' | 'int' | 'money' | 'quantity' | 'price' | 'date' | 'time' | 'flag';

export interface WireColumn {
  name: string;
  type: WireType;
  /** The column must stand in the header. */
  required: boolean;
  /** A row without a value is rejected (keys, references, amounts, times). */
  filled: boolean;
  /** Other names of the same field on the wire. */
  synonyms: readonly string[];
}

export interface WireTable {
  columns: readonly WireColumn[];
  /** Together unique. */
  key: readonly string[];
  /** `a <= b` where both are known. */
  ordered: readonly (readonly [string, string])[];
}

const synonyms: Record<string, readonly string[]> = {
  rx_no: ['rxno'],
  inscp_amt: ['inscp_scp_amt'],
  sin_dos: ['sin_dos_dscr'],
  used_frqu: ['used_frqu_dscr'],
  drg_codg: ['dip_codg'],
};

/** `name:type`, `!` after the type: a value is needed in every row. */
const column =
  (required: boolean) =>
  (text: string): WireColumn => {
    const [name = '', kind = 'text'] = text.split(':');
    return { name, type: kind.replace('!', '') as WireType, required, filled: kind.endsWith('!'), synonyms: synonyms[name] ?? [] };
  };
const words = (text: string) => text.split(/\s+/).filter(Boolean);
const table = (key: string, required: string, optional = '', ordered: [string, string][] = []): WireTable => ({
  key: words(key),
  columns: [...words(required).map(column(true)), ...words(optional).map(column(false))],
  ordered,
});

export const wireTables = {
  psn: table('psn_no', 'psn_no:text! gend:code brdy:date insutype:code', 'death_date:date psn_type:code insu_admdvs:text addr:text', [
    ['brdy', 'death_date'],
  ]),
  fixmedins: table(
    'fixmedins_code',
    'fixmedins_code:text! fixmedins_name:text fixmedins_type:code hosp_lv:code admdvs:text',
    'aprv_bed_cnt:int agrm_begndate:date agrm_enddate:date lon:text lat:text',
    [['agrm_begndate', 'agrm_enddate']],
  ),
  prac: table(
    'prac_code',
    'prac_code:text! prac_name:text fixmedins_code:text!',
    'profttl:text pracr_type:code stas:code stas_begndate:date stas_enddate:date prac_scp:text',
    [['stas_begndate', 'stas_enddate']],
  ),
  mdtrt: table(
    'mdtrt_id',
    'mdtrt_id:text! psn_no:text! fixmedins_code:text! med_type:code begntime:time! endtime:time',
    'dise_codg:text dept_codg:text bedno:text dr_codg:text dscg_way:code insutype:code out_area_flag:flag matn_stas:code internet_flag:flag act_ipt_days:int drg_codg:text nwb_bir_wt:int',
    [['begntime', 'endtime']],
  ),
  diag: table(
    'mdtrt_id diag_code inout_diag_type diag_srt_no',
    'mdtrt_id:text! diag_code:text! maindiag_flag:flag',
    'diag_srt_no:int inout_diag_type:code',
  ),
  oprn: table(
    'mdtrt_id oprn_code oprn_time',
    'mdtrt_id:text! oprn_code:text! main_oprn_flag:flag oprn_time:time!',
    'oprn_end_time:time oper_dr_code:text anst_dr_code:text incs_grp:text',
    [['oprn_time', 'oprn_end_time']],
  ),
  feedetl: table(
    'mdtrt_id feedetl_sn setl_id',
    'feedetl_sn:text! mdtrt_id:text! setl_id:text fee_ocur_time:time! med_list_codg:text! list_type:code med_chrgitm_type:code cnt:quantity! pric:price! det_item_fee_sumamt:money!',
    'inscp_amt:money bilg_dept_codg:text bilg_dr_codg:text rx_no:text prd_days:int sin_dos:text used_frqu:text init_feedetl_sn:text updt_time:time',
  ),
  trac: table('mdtrt_id feedetl_sn drug_trac_codg', 'mdtrt_id:text! feedetl_sn:text! drug_trac_codg:text!', 'trdn_flag:flag'),
  setl: table(
    'setl_id',
    'setl_id:text! mdtrt_id:text! psn_no:text! fixmedins_code:text! setl_time:time! medfee_sumamt:money! fund_pay_sumamt:money',
    'inscp_amt:money hifp_pay:money acct_pay:money maf_pay:money psn_cash_pay:money insutype:code med_type:code refd_setl_flag:flag init_setl_id:text clr_way:code',
  ),
  inv: table(
    'fixmedins_code med_list_codg period',
    'fixmedins_code:text! med_list_codg:text! period:text! begn_cnt:quantity purc_cnt:quantity sel_cnt:quantity loss_cnt:quantity end_cnt:quantity',
  ),
  // Ours: registers that some rules need and the national tables do not have in this form.
  rx: table(
    'rx_no med_list_codg',
    'rx_no:text! psn_no:text! fixmedins_code:text! med_list_codg:text! rx_date:date!',
    'bilg_dr_codg:text vali_enddate:date cnt:quantity',
    [['rx_date', 'vali_enddate']],
  ),
  equip: table(
    'fixmedins_code med_list_codg',
    'fixmedins_code:text! med_list_codg:text! equip_cnt:int',
    'lic_no:text begndate:date enddate:date',
    [['begndate', 'enddate']],
  ),
  benefit: table('psn_no insutype begndate', 'psn_no:text! insutype:code! begndate:date!', 'enddate:date trt_stas:code', [
    ['begndate', 'enddate'],
  ]),
  opsp: table('psn_no opsp_dise_code begndate', 'psn_no:text! opsp_dise_code:text! begndate:date!', 'enddate:date quot_amt:money', [
    ['begndate', 'enddate'],
  ]),
} as const satisfies Record<string, WireTable>;

export type WireTableName = keyof typeof wireTables;
