import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '2403',
  zh: '住院信息变更',
  input: [
    single(
      'adminfo',
      '入院登记信息',
      `
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
coner_name|联系人姓名|S50|
tel|联系电话|S50|
begntime|开始时间|T|R
endtime|结束时间|T|
mdtrt_cert_type|就诊凭证类型|C3|R
med_type|医疗类别|C6|R
ipt_otp_no|住院/门诊号|S30|R
medrcdno|病历号|S30|
atddr_no|主治医生编码|S30|R
chfpdr_name|主诊医师姓名|S50|R
adm_diag_dscr|入院诊断描述|S200|R
adm_dept_codg|入院科室编码|S30|R
adm_dept_name|入院科室名称|S100|R
adm_bed|入院床位|S30|R
dscg_maindiag_code|住院主诊断代码|S20|R
dscg_maindiag_name|住院主诊断名称|S300|R
main_cond_dscr|主要病情描述|S1000|
dise_codg|病种编码|S30|
dise_name|病种名称|S500|
oprn_oprt_code|手术操作代码|S30|
oprn_oprt_name|手术操作名称|S500|
fpsc_no|计划生育服务证号|S50|
matn_type|生育类别|C6|
birctrl_type|计划生育手术类别|C6|
latechb_flag|晚育标志|C3|
geso_val|孕周数|N2|
fetts|胎次|N3|
fetus_cnt|胎儿数|N3|
pret_flag|早产标志|C3|
birctrl_matn_date|计划生育手术或生育日期|D|
dise_type_code|病种编号|S6|
exp_content|字段扩展|S4000|
ttp_pay_prop|第三方自付比例|N5,4|
`,
    ),
    several(
      'diseinfo',
      '入院诊断信息',
      `
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
diag_type|诊断类别|C3|R
maindiag_flag|主诊断标志|C3|R
diag_srt_no|诊断排序号|N2|R
diag_code|诊断代码|S20|R
diag_name|诊断名称|S100|R
adm_cond|入院病情|S500|
diag_dept|诊断科室|S50|R
dise_dor_no|诊断医生编码|S30|R
dise_dor_name|诊断医生姓名|S50|R
diag_time|诊断时间|T|R
`,
    ),
  ],
  output: [],
};
export default message;
