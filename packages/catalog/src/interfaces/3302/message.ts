import { type Message, several } from '../message.ts';

const message: Message = {
  infno: '3302',
  zh: '目录对照撤销',
  input: [
    several(
      'data',
      '目录对照撤销',
      `
fixmedins_code|定点医药机构编号|S30|R
fixmedins_hilist_id|定点医药机构目录编号|S30|R
list_type|目录类别|S30|R
med_list_codg|医疗目录编码|S30|R
`,
    ),
  ],
  output: [],
};
export default message;
