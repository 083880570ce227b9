/** Nodes that 3101 and 3102 share: the two tables are the same field for field. */
import { type Node, several, single } from './message.ts';

const diagnoses = several(
  'fsi_diagnose_dtos',
  '诊断信息',
  `
dise_id|诊断标识|S50|R
inout_dise_type|出入诊断类别|C3|R
maindise_flag|主诊断标志|C3|R
dias_srt_no|诊断排序号|S2|R
dise_codg|诊断编码|S30|R
dise_name|诊断名称|S200|R
dise_date|诊断日期|T|R
`,
);

/**
 * `hilist_code` is 20 signs long in the published table, less than the national codes themselves have (drugs 23, consumables up to 27)
 * and than the same field of 1312 to 1319: 30, as there.
 */
const orders = several(
  'fsi_order_dtos',
  '处方(医嘱)信息',
  `
rx_id|处方(医嘱)标识|S50|R
rxno|处方号|S20|R
grpno|组编号|S20|
long_drord_flag|长期医嘱|C3|R
hilist_type|目录类别|C3|R
chrg_type|收费类别|C3|R
drord_bhvr|医嘱行为|C3|R
hilist_code|医保目录代码|S30|R
hilist_name|医保目录名称|S50|R
hilist_dosform|医保目录剂型|S50|
hilist_lv|医保目录等级|C3|R
hilist_pric|医保目录价格|N16,2|R
lv1_hosp_item_pric|一级医院目录价格|N16,2|
lv2_hosp_item_pric|二级医院目录价格|N16,2|
lv3_hosp_item_pric|三级医院目录价格|N16,2|
hilist_memo|医保目录备注|S200|
hosplist_code|医院目录代码|S20|R
hosplist_name|医院目录名称|S50|R
hosplist_dosform|医院目录剂型|S20|
cnt|数量|N6,2|R
pric|单价|N16,2|R
sumamt|总费用|N16,2|R
ownpay_amt|自费金额|N16,2|R
selfpay_amt|自付金额|N16,2|R
spec|规格|S100|R
spec_unt|数量单位|S20|R
drord_begn_date|医嘱开始日期|T|R
drord_stop_date|医嘱停止日期|T|
drord_dept_codg|下达医嘱的科室标识|S30|R
drord_dept_name|下达医嘱科室名称|S50|R
drord_dr_codg|开处方(医嘱)医生标识|S30|R
drord_dr_name|开处方(医嘱)医生姓名|S30|R
drord_dr_profttl|开处方(医嘱)医职称|C3|R
curr_drord_flag|是否当前处方(医嘱)|C3|R
extend_order_map|处方扩展属性|M|
`,
);

const operations = several(
  'fsi_operation_dtos',
  '手术操作信息',
  `
setl_list_oprn_id|手术操作ID|S30|R
oprn_code|手术操作代码|S30|
oprn_name|手术操作名称|S500|
main_oprn_flag|主手术操作标志|C3|R
oprn_date|手术操作日期|T|
anst_way|麻醉方式|S30|
oper_dr_name|术者医师姓名|S50|
oper_dr_code|术者医师代码|S30|
anst_dr_name|麻醉医师姓名|S50|
anst_dr_code|麻醉医师代码|S30|
`,
);

const encounters = several(
  'fsi_encounter_dtos',
  '就诊信息',
  `
mdtrt_id|就诊标识|S50|R
medins_id|医疗服务机构标识|S50|R
medins_name|医疗机构名称|S200|R
medins_admdvs|医疗机构行政区划编码|S6|R
medins_type|医疗服务机构类型|C3|R
medins_lv|医疗机构等级|C3|R
wardarea_codg|病区标识|S20|
wardno|病房号|S20|
bedno|病床号|S20|
adm_date|入院日期|T|R
dscg_date|出院日期|T|R
dscg_main_dise_codg|主诊断编码|S20|R
dscg_main_dise_name|主诊断名称|S50|R
dr_codg|医师标识|S20|R
adm_dept_codg|入院科室标识|S20|R
adm_dept_name|入院科室名称|S50|R
dscg_dept_codg|出院科室标识|S20|R
dscg_dept_name|出院科室名称|S50|R
med_mdtrt_type|就诊类型|C3|R
med_type|医疗类别|C3|R
matn_stas|生育状态|C3|R
medfee_sumamt|总费用|N16,2|R
ownpay_amt|自费金额|N16,2|R
selfpay_amt|自付金额|N16,2|R
acct_payamt|个人账户支付金额|N16,2|
ma_amt|救助金支付金额|N16,2|
hifp_payamt|统筹金支付金额|N16,2|
setl_totlnum|结算总次数|N4|R
insutype|险种|C3|R
reim_flag|报销标志|C3|R
out_setl_flag|异地结算标志|C3|R
dise_no|病种编号|S30|
dise_name|病种名称|S500|
sinc_heal_lv|手术切口愈合等级|S30|
his_md_cnt|历史就诊次数|S50|
`,
  diagnoses,
  orders,
  operations,
);

const patients = several(
  'patient_dtos',
  '参保人信息',
  `
patn_id|参保人标识|S50|R
patn_name|姓名|S50|R
gend|性别|C3|R
brdy|出生日期|D|R
poolarea|统筹区编码|S10|R
curr_mdtrt_id|当前就诊标识|S50|R
`,
  encounters,
);

export const auditInput: readonly Node[] = [
  single(
    'data',
    '规则分析信息',
    `
syscode|系统编码|S10|
task_id|任务标识|S50|
trig_scen|触发场景|C20|
rule_ids|规则标识集合|S2000|
`,
    patients,
  ),
];

const details = several(
  'judge_result_detail_dtos',
  '违规明细',
  `
jrd_id|违规明细标识|S50|R
patn_id|参保人标识|S50|R
mdtrt_id|就诊标识|S50|
rx_id|处方(医嘱)标识|S50|
vola_item_type|违规明细类型|C3|R
vola_amt|违规金额|N16,2|R
`,
);

/** `jr_id` at most 40: 3103 sends it back as `warn_rslt_id`, which is S40. */
export const auditOutput: readonly Node[] = [
  several(
    'result',
    '违规信息',
    `
jr_id|违规标识|S40|R
rule_id|规则ID|S50|R
rule_name|规则名称|S200|R
vola_cont|违规内容|S500|R
patn_id|参保人ID|S50|R
mdtrt_id|就诊ID|S50|
vola_amt|违规金额|N16,2|R
vola_amt_stas|违规金额计算状态|C3|R
sev_deg|严重程度|C3|R
vola_evid|违规依据|S500|
vola_bhvr_type|违规行为分类|C3|R
task_id|任务ID|S50|
`,
    details,
  ),
];
