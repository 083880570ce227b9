import { type Message, several } from '../message.ts';

const message: Message = {
  infno: '3301',
  zh: '目录对照上传',
  input: [
    several(
      'data',
      '目录对照',
      `
fixmedins_hilist_id|定点医药机构目录编号|S30|R
fixmedins_hilist_name|定点医药机构目录名称|S200|R
list_type|目录类别|C30|R
med_list_codg|医疗目录编码|S30|R
begndate|开始日期|D|R
enddate|结束日期|D|R
aprvno|批准文号|S30|
dosform|剂型|S200|
exct_cont|除外内容|S2000|
item_cont|项目内涵|S2000|
prcunt|计价单位|S100|
spec|规格|S200|
pacspec|包装规格|S100|
memo|备注|S500|
`,
    ),
  ],
  output: [],
};
export default message;
