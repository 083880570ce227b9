/** Answer to uploaded charges, line by line: the same for outpatients and inpatients. */
import { several } from './message.ts';

export const chargeResult = several(
  'result',
  '费用明细分割',
  `
feedetl_sn|费用明细流水号|S30|R
det_item_fee_sumamt|明细项目费用总额|N16,2|R
cnt|数量|N16,4|R
pric|单价|N16,6|R
pric_uplmt_amt|定价上限金额|N16,6|R
selfpay_prop|自付比例|N5,4|
fulamt_ownpay_amt|全自费金额|N16,2|
overlmt_amt|超限价金额|N16,2|
preselfpay_amt|先行自付金额|N16,2|
inscp_scp_amt|符合政策范围金额|N16,2|
chrgitm_lv|收费项目等级|C3|R
med_chrgitm_type|医疗收费项目类别|C6|R
bas_medn_flag|基本药物标志|C3|
hi_nego_drug_flag|医保谈判药品标志|C3|
chld_medc_flag|儿童用药标志|C3|
list_sp_item_flag|目录特项标志|C3|
lmt_used_flag|限制使用标志|C3|R
drt_reim_flag|直报标志|C3|
memo|备注|S500|
exp_content|字段扩展|S4000|
`,
);
