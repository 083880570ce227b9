import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '3501',
  zh: '商品盘存上传',
  input: [
    single(
      'invinfo',
      '盘存信息',
      `
med_list_codg|医疗目录编码|S50|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
rx_flag|处方药标志|C3|R
invdate|盘存日期|D|R
inv_cnt|库存数量|N16,2|R
manu_lotnum|生产批号|S30|
fixmedins_bchno|定点医药机构批次流水号|S30|R
manu_date|生产日期|D|R
expy_end|有效期止|D|R
memo|备注|S500|
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
