import { type Message, several } from '../message.ts';

const message: Message = {
  infno: '2302',
  zh: '住院费用明细撤销',
  input: [
    several(
      'data',
      '费用明细撤销',
      `
feedetl_sn|费用明细流水号|S30|R
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
exp_content|字段扩展|S4000|
`,
    ),
  ],
  output: [],
};
export default message;
