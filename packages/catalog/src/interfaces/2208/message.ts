import { type Message, single } from '../message.ts';
import { settlementDetail } from '../settlement-nodes.ts';
import { settledAmounts } from '../shared-rows.ts';

const message: Message = {
  infno: '2208',
  zh: '门诊结算撤销',
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
setl_time|结算时间|T|R
medfee_sumamt|医疗费总额|N16,2|R
${settledAmounts}
oth_pay|其他支出|N16,2|R
fund_pay_sumamt|基金支付总额|N16,2|R
psn_part_amt|个人负担总金额|N16,2|R
acct_pay|个人账户支出|N16,2|R
balc|余额|N16,2|R
acct_mulaid_pay|个人账户共济支付金额|N16,2|R
hosp_part_amt|医院负担金额|N16,2|R
medins_setl_id|医药机构结算ID|S30|R
pdn_cash_pay|个人现金支出|N16,2|R
hifdm_pay|伤残人员医疗保障基金支出|N16,2|R
psn_no|人员编号|S30|
psn_name|人员姓名|S50|
psn_cert_type|人员证件类型|C6|
certno|证件号码|S50|
gend|性别|C6|
naty|民族|C3|
brdy|出生日期|D|
age|年龄|N4,1|
insutype|险种类型|C6|
psn_type|人员类别|C6|
cvlserv_flag|公务员标志|C3|
mdtrt_cert_type|就诊凭证类型|C3|
med_type|医疗类别|C6|
exp_content|字段扩展|S4000|
clr_type|清算类别|C6|
clr_way|清算方式|C6|
`,
    ),
    settlementDetail,
  ],
};
export default message;
