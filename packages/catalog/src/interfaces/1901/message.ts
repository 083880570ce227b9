import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '1901',
  zh: '字典表查询',
  input: [
    single(
      'data',
      '查询条件',
      `
type|字典类型|S30|R
parent_value|父字典键值|S10|R
admdvs|行政区划|C6|R
date|查询日期|D|R
Vali_Flag|有效标志|C3|R
`,
    ),
  ],
  output: [
    several(
      'list',
      '字典',
      `
type|字典类型|S30|R
label|字典标签|S50|R
value|字典键值|S20|R
parentValue|父字典键值|S10|R
sort|序号|N30|R
valiFlag|权限标识|C3|R
createUser|创建账户|S30|R
createDate|创建时间|D|R
version|版本号|N20|R
`,
    ),
  ],
};
export default message;
