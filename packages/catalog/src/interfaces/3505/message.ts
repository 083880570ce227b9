import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '3505',
  zh: '商品销售',
  input: [
    single(
      'selinfo',
      '销售信息',
      `
med_list_codg|医疗目录编码|S50|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
fixmedins_bchno|定点医药机构批次流水号|S30|R
prsc_dr_cert_type|开方医师证件类型|C6|
prsc_dr_certno|开方医师证件号码|S50|
prsc_dr_name|开方医师姓名|S50|R
phar_cert_type|药师证件类型|C6|
phar_certno|药师证件号码|S50|
phar_name|药师姓名|S50|R
phar_prac_cert_no|药师执业资格证号|S50|R
hi_feesetl_type|医保费用结算类型|C6|
setl_id|结算ID|S30|
mdtrt_sn|就医流水号|S30|R
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
rxno|处方号|S40|
rx_circ_flag|外购处方标志|C3|
rtal_docno|零售单据号|S40|R
stoout_no|销售出库单据号|S40|
bchno|批次号|S30|
drug_trac_codg|药品追溯码|S30|
drug_prod_barc|药品条形码|S30|
shelf_posi|货架位|S20|
sel_retn_cnt|销售/退货数量|N16,4|R
sel_retn_time|销售/退货时间|T|R
sel_retn_opter_name|销售/退货经办人姓名|S50|R
memo|备注|S500|
MDTRT_SETL_TYPE|就诊结算类型|S6|
`,
      several(
        'drugtracinfo',
        '追溯码信息',
        `
drug_trac_codg|药品追溯码|S30|
`,
      ),
    ),
  ],
  output: [],
};
export default message;
