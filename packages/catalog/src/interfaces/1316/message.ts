import { type Message, several, single } from '../message.ts';
import { catalogPage, catalogRecord } from '../shared-rows.ts';

const message: Message = {
  infno: '1316',
  zh: '医疗目录与医保目录匹配信息查询',
  input: [
    single(
      'data',
      '查询条件',
      `
query_date|查询时间点|D|
med_list_codg|定点医药机构目录编号|S30|
hilist_code|医保目录编码|S30|
list_type|目录类别|S30|
insu_admdvs|参保机构医保区划|C6|
begndate|开始日期|D|
vali_flag|有效标志|C3|
${catalogPage}
`,
    ),
  ],
  output: [
    several(
      'data',
      '医疗目录与医保目录匹配信息',
      `
med_list_codg|医疗目录编码|S30|R
hilist_code|医保目录编码|S30|R
list_type|目录类别|C3|R
insu_admdvs|参保机构医保区划|C6|R
begndate|开始日期|D|R
enddate|结束日期|D|
memo|备注|S500|
${catalogRecord}
opter_id|经办人|S20|
opter_name|经办人姓名|S50|
opt_time|经办时间|D|
optins_no|经办机构|S20|
poolarea_no|统筹区|C6|
`,
    ),
  ],
};
export default message;
