import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '3506',
  zh: '商品销售退货',
  input: [
    single(
      'selinfo',
      '销售退货信息',
      `
med_list_codg|医疗目录编码|S50|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
fixmedins_bchno|定点医药机构批次流水号|S30|R
setl_id|结算ID|S30|
psn_no|人员编号|S30|
psn_cert_type|人员证件类型|C6|
certno|证件号码|S50|
psn_name|人员姓名|S50|
manu_lotnum|生产批号|S30|R
manu_date|生产日期|D|R
expy_end|有效期止|D|
rx_flag|处方药标志|C3|R
trdn_flag|拆零标志|C3|R
finl_trns_pric|最终成交单价|N16,6|
sel_retn_cnt|销售/退货数量|N16,4|R
sel_retn_time|销售/退货时间|T|R
sel_retn_opter_name|销售/退货经办人姓名|S50|R
memo|备注|S500|
medins_prod_sel_no|商品销售流水号|S50|
mdtrt_sn|就医流水号|S30|R
`,
      several(
        'drugtracinfo',
        '追溯码信息',
        `
drug_trac_codg|药品追溯码|S100|
`,
      ),
    ),
  ],
  output: [],
};
export default message;
