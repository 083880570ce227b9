/** Nodes that settlements of pharmacies, outpatients and inpatients share. */
import { several } from './message.ts';

/** 基金分项 of a settlement or of its reversal: the same in all of them. */
export const settlementDetail = several(
  'setldetail',
  '结算基金分项信息',
  `
fund_pay_type|基金支付类型|C6|R
inscp_scp_amt|符合政策范围金额|N16,2|R
crt_payb_lmt_amt|本次可支付限额金额|N16,2|R
fund_payamt|基金支付金额|N16,2|R
fund_pay_type_name|基金支付类型名称|S200|
setl_proc_info|结算过程信息|S4000|
`,
);
