import { type Message, single } from '../message.ts';
import { settlementDetail } from '../settlement-nodes.ts';
import { settledAmounts } from '../shared-rows.ts';

const message: Message = {
  infno: '2103',
  zh: '药店结算撤销',
  input: [
    single(
      'data',
      '结算撤销',
      `
setl_id|结算ID|S30|R
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
exp_content|字段扩展|S4000|
`,
    ),
  ],
  output: [
    single(
      'setlinfo',
      '结算信息',
      `
mdtrt_id|就诊ID|S30|R
setl_id|结算ID|S30|R
clr_optins|清算经办机构|S6|
medfee_sumamt|医疗费总额|N16,2|R
setl_time|结算时间|T|R
${settledAmounts}
oth_pay|其他支出|N16,2|R
fund_pay_sumamt|基金支付总额|N16,2|R
psn_part_amt|个人负担总金额|N16,2|R
acct_pay|个人账户支出|N16,2|R
psn_cash_pay|个人现金支出|N16,2|R
balc|余额|N16,2|R
acct_mulaid_pay|个人账户共济支付金额|N16,2|R
medins_setl_id|医药机构结算ID|S30|R
hifdm_pay|伤残人员医疗保障基金支出|N16,2|R
`,
    ),
    settlementDetail,
  ],
};
export default message;
