import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '9002',
  zh: '签退',
  input: [single('signOut', '签退信息', 'sign_no|签到编号|S30|R\nopter_no|操作员编号|S20|R')],
  output: [single('sign_time', '签退结果', 'sign_time|签退时间|T|R')],
};
export default message;
