import { type Message, several, single } from '../message.ts';

const warns = several(
  'warns',
  '处理数据集合',
  `
warn_rslt_id|违规标识|S40|R
dspo_way|处理方式|C3|R
dspo_way_rea|处理原因|S500|
`,
);
const message: Message = {
  infno: '3103',
  zh: '事前事中服务反馈服务',
  input: [single('data', '反馈', 'warn_type|反馈类型|C6|R', warns)],
  output: [],
};
export default message;
