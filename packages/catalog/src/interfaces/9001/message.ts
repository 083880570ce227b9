import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '9001',
  zh: '签到',
  input: [single('signIn', '签到信息', 'opter_no|操作员编号|S20|R\nmac|签到MAC地址|S20|R\nip|签到IP地址|S20|R')],
  output: [single('signinoutb', '签到结果', 'sign_time|签到时间|T|R\nsign_no|签到编号|S30|R')],
};
export default message;
