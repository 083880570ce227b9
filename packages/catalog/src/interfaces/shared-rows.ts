/** Rows of the published field tables that several nodes share: `name|文字|type|required`, one a line. */

/** 人员 of a settlement. */
export const settledPerson = `psn_no|人员编号|S30|R
psn_name|人员姓名|S50|R
psn_cert_type|人员证件类型|C6|R
certno|证件号码|S50|R
gend|性别|C6|
naty|民族|C3|
brdy|出生日期|D|`;

/** Payments of a settlement or of its reversal, from what the person pays in full to medical assistance. */
export const settledAmounts = `fulamt_ownpay_amt|全自费金额|N16,2|R
overlmt_selfpay|超限价自费费用|N16,2|R
preselfpay_amt|先行自付金额|N16,2|R
inscp_scp_amt|符合政策范围金额|N16,2|R
act_pay_dedc|实际支付起付线|N16,2|
hifp_pay|基本医疗保险统筹基金支出|N16,2|R
pool_prop_selfpay|基本医疗保险统筹基金支付比例|N5,4|R
cvlserv_pay|公务员医疗补助资金支出|N16,2|R
hifes_pay|企业补充医疗保险基金支出|N16,2|R
hifmi_pay|居民大病保险资金支出|N16,2|R
hifob_pay|职工大额医疗费用补助基金支出|N16,2|R
maf_pay|医疗救助基金支出|N16,2|R`;

/** The buyer of 2101 and 2102, to the sum. */
export const buyer = `psn_no|人员编号|S30|R
mdtrt_cert_type|就诊凭证类型|C3|R
mdtrt_cert_no|就诊凭证编号|S50|R
card_sn|卡识别码|S32|
psn_cert_type|证件类型|S3|R
certno|证件号码|S20|R
psn_type|人员类别|S3|R
psn_name|人员姓名|S20|R
begntime|开始时间|T|R
medfee_sumamt|医疗费总额|N16,2|R`;

/** The purchase of 2101 and 2102. */
export const purchase = `insutype|险种类型|C6|R
dise_codg|病种编码|S30|
dise_name|病种名称|S500|
acct_used_flag|个人账户使用标志|C1|R
med_type|医疗类别|C6|R
exp_content|字段扩展|S4000|`;

/** A drug sold. */
export const boughtItem = `feedetl_sn|费用明细流水号|S30|R
rxno|处方号|S30|
rx_circ_flag|外购处方标志|C3|R
fee_ocur_time|费用发生时间|T|R
med_list_codg|医疗目录编码|S50|R
medins_list_codg|医药机构目录编码|S150|R
det_item_fee_sumamt|明细项目费用总额|N16,2|R
cnt|数量|N16,4|R
pric|单价|N16,6|R
sin_dos_dscr|单次剂量描述|S200|
used_frqu_dscr|使用频次描述|S200|
prd_days|周期天数|N4,2|
medc_way_dscr|用药途径描述|S200|
bilg_dr_codg|开单医生编码|S30|
bilg_dr_name|开单医师姓名|S50|
tcmdrug_used_way|中药使用方式|C6|
exp_content|字段扩展|S4000|`;

/** A charge split into what is in scope and what is not. */
export const splitCharge = `feedetl_sn|费用明细流水号|S30|R
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
list_sp_item_flag|目录特项标志|C3|`;

/** Who made a row of the catalogue, and when. */
export const catalogRecord = `vali_flag|有效标志|C3|R
rid|唯一记录号|S40|R
updt_time|更新时间|D|R
crter_id|创建人|S20|
crter_name|创建人姓名|S50|
crte_time|创建时间|D|R
crte_optins_no|创建机构|S20|`;

/** Which page of the catalogue. */
export const catalogPage = `updt_time|更新时间|D|R
page_num|当前页数|N4|R
page_size|本页数据量|N4|R`;
