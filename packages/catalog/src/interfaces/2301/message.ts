import { chargeResult } from '../charge-nodes.ts';
import { type Message, several } from '../message.ts';

const message: Message = {
  infno: '2301',
  zh: '住院费用明细上传',
  input: [
    several(
      'feedetail',
      '费用明细',
      `
feedetl_sn|费用明细流水号|S30|R
init_feedetl_sn|原费用流水号|S30|
mdtrt_id|就诊ID|S30|R
drord_no|医嘱号|S30|
psn_no|人员编号|S30|R
med_type|医疗类别|C6|R
fee_ocur_time|费用发生时间|T|R
med_list_codg|医疗目录编码|S50|R
medins_list_codg|医药机构目录编码|S150|R
det_item_fee_sumamt|明细项目费用总额|N16,2|R
cnt|数量|N16,4|R
pric|单价|N16,6|R
bilg_dept_codg|开单科室编码|S30|R
bilg_dept_name|开单科室名称|S100|R
bilg_dr_codg|开单医生编码|S30|R
bilg_dr_name|开单医师姓名|S50|R
acord_dept_codg|受单科室编码|S30|
acord_dept_name|受单科室名称|S100|
orders_dr_code|受单医生编码|S30|
orders_dr_name|受单医生姓名|S50|
hosp_appr_flag|医院审批标志|C3|
tcmdrug_used_way|中药使用方式|C6|
etip_flag|外检标志|C3|
etip_hosp_code|外检医院编码|S30|
dscg_tkdrug_flag|出院带药标志|C3|
matn_fee_flag|生育费用标志|C6|
memo|备注|S500|
comb_no|组套编号|S3|
exp_content|字段扩展|S4000|
`,
    ),
  ],
  output: [chargeResult],
};
export default message;
