import { type Message, several, single } from '../message.ts';
import { catalogPage, catalogRecord } from '../shared-rows.ts';

const message: Message = {
  infno: '1317',
  zh: '医药机构目录匹配信息查询',
  input: [
    single(
      'data',
      '查询条件',
      `
query_date|查询时间点|D|
fixmedins_code|定点医药机构编号|S30|
medins_list_codg|定点医药机构目录编号|S30|
medins_list_name|定点医药机构目录名称|S200|
insu_admdvs|参保机构医保区划|C6|
list_type|目录类别|S30|
med_list_codg|医疗目录编码|S30|
begndate|开始日期|D|
vali_flag|有效标志|C3|
${catalogPage}
`,
    ),
  ],
  output: [
    several(
      'data',
      '医药机构目录匹配信息',
      `
fixmedins_code|定点医药机构编号|S30|R
medins_list_codg|定点医药机构目录编号|S30|R
medins_list_name|定点医药机构目录名称|S200|
insu_admdvs|参保机构医保区划|C6|R
list_type|目录类别|C3|R
med_list_codg|医疗目录编码|S30|R
begndate|开始日期|D|R
enddate|结束日期|D|
aprvno|批准文号|S30|
dosform|剂型|S200|
exct_cont|除外内容|S2000|
item_cont|项目内涵|S2000|
prcunt|计价单位|S100|
spec|规格|S200|
pacspec|包装规格|S100|
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
