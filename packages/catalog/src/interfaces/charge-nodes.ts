/** Answer to uploaded charges, line by line: the same for outpatients and inpatients. */
import { several } from './message.ts';
import { splitCharge } from './shared-rows.ts';

export const chargeResult = several(
  'result',
  '费用明细分割',
  `
${splitCharge}
lmt_used_flag|限制使用标志|C3|R
drt_reim_flag|直报标志|C3|
memo|备注|S500|
exp_content|字段扩展|S4000|
`,
);
