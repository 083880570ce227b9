import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '2404',
  zh: '入院撤销',
  input: [
    single(
      'data',
      '入院撤销',
      `
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
exp_content|字段扩展|S4000|
`,
    ),
  ],
  output: [],
};
export default message;
