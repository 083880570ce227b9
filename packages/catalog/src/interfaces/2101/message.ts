import { type Message, several, single } from '../message.ts';
import { settlementDetail } from '../settlement-nodes.ts';
import { boughtItem, buyer, purchase, settledAmounts, settledPerson, splitCharge } from '../shared-rows.ts';

const message: Message = {
  infno: '2101',
  zh: '药店预结算',
  input: [
    single(
      'druginfo',
      '购药信息',
      `
${buyer}
${purchase}
`,
    ),
    several(
      'drugdetail',
      '购药明细信息',
      `
${boughtItem}
`,
    ),
  ],
  output: [
    single(
      'setlinfo',
      '结算信息',
      `
mdtrt_id|就诊ID|S30|R
${settledPerson}
age|年龄|N4,1|
insutype|险种类型|C6|
psn_type|人员类别|C6|R
cvlserv_flag|公务员标志|C3|R
setl_time|结算时间|T|R
mdtrt_cert_type|就诊凭证类型|C3|
med_type|医疗类别|C6|R
medfee_sumamt|医疗费总额|N16,2|R
${settledAmounts}
oth_pay|其他支出|N16,2|R
fund_pay_sumamt|基金支付总额|N16,2|R
psn_part_amt|个人负担总金额|N16,2|R
acct_pay|个人账户支出|N16,2|R
psn_cash_pay|个人现金支出|N16,2|R
balc|余额|N16,2|R
acct_mulaid_pay|个人账户共济支付金额|N16,2|R
medins_setl_id|医药机构结算ID|S30|R
clr_optins|清算经办机构|S6|
clr_way|清算方式|C6|
clr_type|清算类别|C6|R
exp_content|字段扩展|S4000|
hosp_part_amt|医院负担金额|N16,2|
hifdm_pay|伤残人员医疗保障基金支出|N16,2|R
`,
    ),
    settlementDetail,
    several(
      'detlcutinfo',
      '明细分割信息',
      `
${splitCharge}
drt_reim_flag|直报标志|C3|
memo|备注|S500|
hosp_part_amt|医院负担金额|N16,2|
`,
    ),
  ],
};
export default message;
