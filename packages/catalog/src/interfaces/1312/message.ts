import { type Message, several, single } from '../message.ts';
import { catalogPage, catalogRecord } from '../shared-rows.ts';

const message: Message = {
  infno: '1312',
  zh: '医保目录信息查询',
  input: [
    single(
      'data',
      '查询条件',
      `
query_date|查询时间点|D|
hilist_code|医保目录编码|S30|
insu_admdvs|参保机构医保区划|C6|
begndate|开始日期|D|
hilist_name|医保目录名称|S200|
wubi|五笔助记码|S30|
pinyin|拼音助记码|S30|
med_chrgitm_type|医疗收费项目类别|C6|
chrgitm_lv|收费项目等级|C3|
lmt_used_flag|限制使用标志|C3|
list_type|目录类别|S30|
med_use_flag|医疗使用标志|C3|
matn_used_flag|生育使用标志|C3|
hilist_use_type|医保目录使用类别|C3|
lmt_cpnd_type|限复方使用类型|C3|
vali_flag|有效标志|C3|
${catalogPage}
`,
    ),
  ],
  output: [
    several(
      'data',
      '医保目录信息',
      `
hilist_code|医保目录编码|S30|R
hilist_name|医保目录名称|S200|R
insu_admdvs|参保机构医保区划|C6|R
begndate|开始日期|D|R
enddate|结束日期|D|
med_chrgitm_type|医疗收费项目类别|C6|R
chrgitm_lv|收费项目等级|C3|R
lmt_used_flag|限制使用标志|C3|R
list_type|目录类别|C3|R
med_use_flag|医疗使用标志|C3|R
matn_used_flag|生育使用标志|C3|R
hilist_use_type|医保目录使用类别|C3|R
lmt_cpnd_type|限复方使用类型|C3|R
wubi|五笔助记码|S30|
pinyin|拼音助记码|S30|
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
