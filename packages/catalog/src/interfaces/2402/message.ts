import { type Message, several, single } from '../message.ts';

const message: Message = {
  infno: '2402',
  zh: '出院办理',
  input: [
    single(
      'dscginfo',
      '出院信息',
      `
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
insutype|险种类型|C6|R
endtime|结束时间|T|R
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
cop_flag|伴有并发症标志|C3|
dscg_dept_codg|出院科室编码|S30|R
dscg_dept_name|出院科室名称|S100|R
dscg_bed|出院床位|S30|
dscg_way|离院方式|C3|R
die_date|死亡日期|D|
exp_content|字段扩展|S4000|
`,
    ),
    several(
      'diseinfo',
      '出院诊断信息',
      `
mdtrt_id|就诊ID|S30|R
psn_no|人员编号|S30|R
diag_type|诊断类别|C3|R
maindiag_flag|主诊断标志|C3|R
diag_srt_no|诊断排序号|N2|R
diag_code|诊断代码|S20|R
diag_name|诊断名称|S100|R
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
