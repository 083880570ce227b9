import { type Message, single } from '../message.ts';

const message: Message = {
  infno: '3507',
  zh: '商品信息删除',
  input: [
    single(
      'data',
      '商品信息删除',
      `
fixmedins_bchno|定点医药机构批次流水号|S30|R
inv_data_type|进销存数据类型|C30|R
`,
    ),
  ],
  output: [],
};
export default message;
