import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '3502',
  zh: '商品库存变更',
  input: [
    single(
      'invinfo',
      '库存变更信息',
      `
med_list_codg|医疗目录编码|S50|R
inv_chg_type|库存变更类型|C6|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
fixmedins_bchno|定点医药机构批次流水号|S30|R
pric|单价|N16,6|R
cnt|数量|N16,4|R
rx_flag|处方药标志|C3|R
inv_chg_time|库存变更时间|T|R
inv_chg_opter_name|库存变更经办人姓名|S50|
memo|备注|S500|
trdn_flag|拆零标志|S2|
`,
    ),
  ],
  output: [],
};
export default message;
