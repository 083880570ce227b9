import { type Message, single } from '../message.ts';
import { settlementDetail } from '../settlement-nodes.ts';
import { settledAmounts } from '../shared-rows.ts';

const message: Message = {
  infno: '2305',
  zh: '住院结算撤销',
  input: [
    single(
      'data',
      '结算撤销',
      `
mdtrt_id|就诊ID|S30|R
setl_id|结算ID|S30|R
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
setl_time|结算时间|T|R
medfee_sumamt|医疗费总额|N16,2|R
${settledAmounts}
oth_pay|其他支出|N16,2|R
fund_pay_sumamt|基金支付总额|N16,2|R
psn_part_amt|个人负担总金额|N16,2|
acct_pay|个人账户支出|N16,2|R
psn_cash_pay|个人现金支出|N16,2|R
hosp_part_amt|医院负担金额|N16,2|
balc|余额|N16,2|R
acct_mulaid_pay|个人账户共济支付金额|N16,2|R
medins_setl_id|医药机构结算ID|S30|R
hifdm_pay|伤残人员医疗保障基金支出|N16,2|
psn_insu_rlts_id|人员参保关系ID|S20|
insu_admdvs|参保机构行政区划|S6|
begndate|开始日期|D|
enddate|结算日期|D|
mdtrt_cert_no|就诊凭证编号|S50|
setl_type|结算类别|S6|
crt_dedc|本次起付线|N16,2|
invono|发票号|S20|
exp_content|字段扩展|S4000|
`,
    ),
    settlementDetail,
  ],
};
export default message;
