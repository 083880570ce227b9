import { type Message, single } from '../message.ts';
import { settlementDetail } from '../settlement-nodes.ts';
import { settledAmounts, settledPerson } from '../shared-rows.ts';

const message: Message = {
  infno: '2207',
  zh: '门诊结算',
  input: [
    single(
      'data',
      '结算',
      `
psn_no|人员编号|S30|R
mdtrt_cert_type|就诊凭证类型|C3|R
mdtrt_cert_no|就诊凭证编号|S50|R
card_sn|卡识别码|S32|
psn_cert_type|证件类型|S3|R
certno|证件号码|S20|R
med_type|医疗类别|C6|R
medfee_sumamt|医疗费总额|N16,2|R
psn_setlway|个人结算方式|C6|R
mdtrt_id|就诊ID|S30|R
chrg_bchno|收费批次号|S30|R
insutype|险种类型|C6|R
acct_used_flag|个人账户使用标志|C1|R
invono|发票号|S20|
fulamt_ownpay_amt|全自费金额|N16,2|R
overlmt_selfpay|超限价金额|N16,2|R
preselfpay_amt|先行自付金额|N16,2|R
inscp_scp_amt|符合政策范围金额|N16,2|R
exp_content|字段扩展|S4000|
pub_hosp_rfom_flag|公立医院改革标志|S6|
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
hosp_part_amt|医院负担金额|N16,2|R
balc|余额|N16,2|R
acct_mulaid_pay|个人账户共济支付金额|N16,2|R
medins_setl_id|医药机构结算ID|S30|R
clr_optins|清算经办机构|S6|
clr_way|清算方式|C6|
clr_type|清算类别|C6|R
hifdm_pay|伤残人员医疗保障基金支出|N16,2|R
exp_content|字段扩展|S4000|
`,
    ),
    settlementDetail,
  ],
};
export default message;
