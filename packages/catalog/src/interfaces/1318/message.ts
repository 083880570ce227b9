import { type Message, several, single } from '../message.ts';
import { catalogPage, catalogRecord } from '../shared-rows.ts';

const message: Message = {
  infno: '1318',
  zh: '医保目录限价信息查询',
  input: [
    single(
      'data',
      '查询条件',
      `
query_date|查询时间点|D|
hilist_code|医保目录编码|S30|
hilist_lmtpric_type|医保目录限价类型|C6|
overlmt_dspo_way|医保目录超限处理方式|C6|
insu_admdvs|参保机构医保区划|C6|
begndate|开始日期|D|
enddate|结束日期|D|
vali_flag|有效标志|C3|
rid|唯一记录号|S40|
tabname|表名|S100|
poolarea_no|统筹区|C6|
${catalogPage}
`,
    ),
  ],
  output: [
    several(
      'data',
      '医保目录限价信息',
      `
hilist_code|医保目录编码|S30|R
hilist_lmtpric_type|医保目录限价类型|C6|R
overlmt_dspo_way|医保目录超限处理方式|C6|R
insu_admdvs|参保机构医保区划|C6|R
begndate|开始日期|D|R
enddate|结束日期|D|
hilist_pric_uplmt_amt|医保目录定价上限金额|N16,6|R
${catalogRecord}
opter_id|经办人|S20|
opter_name|经办人姓名|S50|
opt_time|经办时间|D|
optins_no|经办机构|S20|
tabname|表名|S100|
poolarea_no|统筹区|S6|
`,
    ),
  ],
};
export default message;
