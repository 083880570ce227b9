import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '3504',
  zh: '商品采购退货',
  input: [
    single(
      'purcinfo',
      '采购退货信息',
      `
med_list_codg|医疗目录编码|S50|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
fixmedins_bchno|定点医药机构批次流水号|S30|R
spler_name|供应商名称|S200|R
spler_pmtno|供应商许可证号|S50|
manu_date|生产日期|D|R
expy_end|有效期止|D|R
finl_trns_pric|最终成交单价|N16,6|
purc_retn_cnt|采购/退货数量|N16,4|R
purc_invo_codg|采购发票编码|S50|
purc_invo_no|采购发票号|S50|R
rx_flag|处方药标志|C3|R
purc_retn_stoin_time|采购/退货入库时间|T|R
purc_retn_opter_name|采购/退货经办人姓名|S50|R
memo|备注|S500|
medins_prod_purc_no|商品采购流水号|S50|
`,
    ),
  ],
  output: [],
};
export default message;
