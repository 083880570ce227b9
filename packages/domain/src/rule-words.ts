/**
 * Short names of tables, columns and values for the sentences and forms of rules: what an officer would say. The long
 * explanations, with wire names, stand in lake-words.ts.
 */

import { dimensionTables, type LakeType, lakeTables, madeTables, referenceTables } from './lake.ts';
import type { LakeColumn } from './lake-words.ts';
import type { Words } from './messages.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

/** One record of the table, and the Chinese measure word that counts it. */
export const recordWords: Readonly<Record<string, Words & { readonly measure: string }>> = {
  line: { ...w('费用明细', 'charge line'), measure: '条' },
  encounter: { ...w('就诊', 'encounter'), measure: '次' },
  settlement: { ...w('结算', 'settlement'), measure: '笔' },
  diagnosis: { ...w('诊断', 'diagnosis'), measure: '个' },
  operation: { ...w('手术操作', 'operation'), measure: '项' },
  provider: { ...w('机构', 'institution'), measure: '家' },
  practitioner: { ...w('医师', 'practitioner'), measure: '名' },
  practitionerStanding: { ...w('医师支付资格状态', 'standing of a practitioner'), measure: '段' },
  person: { ...w('参保人', 'insured person'), measure: '名' },
  trace: { ...w('追溯码', 'trace code'), measure: '个' },
  inventory: { ...w('进销存记录', 'inventory entry'), measure: '条' },
  prescription: { ...w('流转处方', 'circulated prescription'), measure: '张' },
  equipment: { ...w('设备资质', 'device licence'), measure: '条' },
  benefit: { ...w('待遇期', 'benefit period'), measure: '段' },
  chronicApproval: { ...w('慢特病备案', 'approval of a chronic disease'), measure: '条' },
  // derived records are what they are derived from, seen beside a register
  stockedLine: { ...w('有进销存对照的费用明细', 'charge line beside its inventory'), measure: '条' },
  equippedLine: { ...w('有设备对照的费用明细', 'charge line beside its devices'), measure: '条' },
  dispensedLine: { ...w('药店凭处方销售的费用明细', 'charge line dispensed on a prescription'), measure: '条' },
  prescribedLine: { ...w('药店写明开方医师的费用明细', 'pharmacy charge line with its prescriber'), measure: '条' },
  stayDay: { ...w('住院床日', 'day of a stay'), measure: '个' },
  stockedTrace: { ...w('有进销存对照的追溯码', 'trace code beside its inventory'), measure: '个' },
  approvedEncounter: { ...w('有慢特病备案对照的就诊', 'encounter beside its approvals'), measure: '次' },
  insuredEncounter: { ...w('有待遇期对照的就诊', 'encounter beside its benefit periods'), measure: '次' },
};

/** Columns whose meaning is plain only beside their table. */
const tableColumnWords: Readonly<Record<string, Words>> = {
  'diagnosis.code': w('诊断编码', 'diagnosis code'),
  'operation.code': w('手术操作编码', 'operation code'),
  'diagnosis.main': w('主要诊断', 'main diagnosis'),
  'operation.main': w('主要手术', 'main operation'),
  'diagnosis.kind': w('诊断类别', 'kind of diagnosis'),
  'provider.kind': w('机构类别', 'kind of institution'),
  'trace.code': w('追溯码', 'trace code'),
  'trace.kind': w('费用类别', 'kind of item'),
  'practitioner.kind': w('人员类别', 'kind of practitioner'),
  'operation.occurredAt': w('手术开始时刻', 'start of the operation'),
  'operation.day': w('手术日期', 'day of the operation'),
  'line.occurredAt': w('费用发生时刻', 'time of the charge'),
  'line.day': w('费用发生日', 'fee day'),
  'line.kind': w('费用类别', 'kind of item'),
};

export const columnWords: Readonly<Record<LakeColumn, Words>> = {
  line: w('明细', 'line'),
  lineNo: w('明细流水号', 'line number'),
  encounter: w('就诊', 'encounter'),
  encounterNo: w('就诊号', 'encounter number'),
  settlement: w('结算', 'settlement'),
  settlementNo: w('结算号', 'settlement number'),
  settlementNos: w('结算号', 'settlement numbers'),
  person: w('参保人', 'insured person'),
  personNo: w('人员编号', 'person number'),
  provider: w('机构', 'institution'),
  providerNo: w('机构编号', 'institution number'),
  practitioner: w('医师', 'practitioner'),
  practitionerNo: w('医师编号', 'practitioner number'),
  item: w('项目', 'item'),
  code: w('编码', 'code'),
  name: w('名称', 'name'),
  occurredAt: w('发生时刻', 'time'),
  finishedAt: w('手术结束时刻', 'end of the operation'),
  day: w('发生日', 'day'),
  settledDay: w('结算日', 'settlement day'),
  settledAt: w('结算时刻', 'settlement time'),
  kind: w('类别', 'kind'),
  feeCategory: w('收费类别', 'fee category'),
  department: w('科室', 'department'),
  prescriptionNo: w('处方', 'prescription'),
  supplyDays: w('开药天数', 'days of supply'),
  quantity: w('数量', 'quantity'),
  unitPrice: w('单价', 'unit price'),
  amountFen: w('金额', 'amount'),
  inScopeFen: w('政策范围内金额', 'amount in scope'),
  fundFen: w('基金支付金额', 'fund payment'),
  originalQuantity: w('原始数量', 'original quantity'),
  originalAmountFen: w('原始金额', 'original amount'),
  begunDay: w('就诊开始日', 'first day of the encounter'),
  endedDay: w('就诊结束日', 'last day of the encounter'),
  begunAt: w('就诊开始时刻', 'start of the encounter'),
  endedAt: w('就诊结束时刻', 'end of the encounter'),
  mainDiagnosis: w('主要诊断编码', 'main diagnosis code'),
  bed: w('床号', 'bed'),
  dischargeWay: w('离院方式', 'way of discharge'),
  medicalKind: w('医疗类别', 'medical kind'),
  totalFen: w('总费用', 'total cost'),
  careFen: w('床位诊察护理费', 'care fees'),
  drugFen: w('药品费', 'drug fees'),
  examFen: w('检查费', 'examination fees'),
  labFen: w('化验费', 'laboratory fees'),
  treatmentFen: w('治疗手术费', 'treatment fees'),
  consumableFen: w('卫生材料费', 'consumable fees'),
  linesFen: w('明细金额合计', 'sum of the lines'),
  uploadDelaySeconds: w('上传延迟', 'delay of the upload'),
  statedStayDays: w('填报住院天数', 'stated days of stay'),
  sentGroup: w('上报的病组', 'group that was sent'),
  birthWeightGrams: w('出生体重（克）', 'birth weight in grams'),
  idleDays: w('连续无诊疗天数', 'idle days in a row'),
  clearingWay: w('清算方式', 'way of clearing'),
  poolFen: w('统筹基金支付金额', 'pooled fund payment'),
  accountFen: w('个人账户支付金额', 'account payment'),
  aidFen: w('医疗救助支付金额', 'medical aid payment'),
  cashFen: w('个人现金支付金额', 'cash payment'),
  main: w('主要', 'main'),
  serial: w('序号', 'serial number'),
  surgeon: w('主刀医师', 'surgeon'),
  anaesthetist: w('麻醉医师', 'anaesthetist'),
  incision: w('切口', 'incision'),
  sex: w('性别', 'sex'),
  birthDay: w('出生日', 'birthday'),
  deathDay: w('死亡日', 'day of death'),
  setting: w('就医方式', 'setting'),
  insurance: w('险种', 'insurance'),
  level: w('机构级别', 'class of institution'),
  providerKind: w('机构类别', 'kind of institution'),
  maternity: w('生育状态', 'maternity state'),
  internet: w('互联网诊疗', 'internet care'),
  outOfArea: w('异地就医', 'care out of area'),
  personType: w('人员类别', 'kind of person'),
  area: w('行政区划', 'area'),
  address: w('地址', 'address'),
  levelCode: w('机构等级原码', 'class code'),
  beds: w('核定床位数', 'approved beds'),
  agreementFrom: w('协议开始日', 'first day of the agreement'),
  agreementTo: w('协议结束日', 'last day of the agreement'),
  longitude: w('经度', 'longitude'),
  latitude: w('纬度', 'latitude'),
  title: w('职称', 'title'),
  state: w('资格状态', 'state of the licence'),
  stateFrom: w('状态开始日', 'first day of the state'),
  stateTo: w('状态结束日', 'last day of the state'),
  scope: w('执业范围', 'scope of practice'),
  diseaseCode: w('门诊慢特病病种编码', 'chronic disease code'),
  split: w('拆零销售', 'sold by the piece'),
  month: w('所属月份', 'month'),
  period: w('期间', 'period'),
  openingQuantity: w('期初数量', 'opening quantity'),
  purchasedQuantity: w('购进数量', 'purchased quantity'),
  soldQuantity: w('销售数量', 'sold quantity'),
  lostQuantity: w('损耗数量', 'lost quantity'),
  closingQuantity: w('期末数量', 'closing quantity'),
  issuedDay: w('开具日', 'day of issue'),
  quotaFen: w('备案病种年度限额', 'quota of the approved disease'),
  validFrom: w('有效期首日', 'first day of validity'),
  validTo: w('有效期末日', 'last day of validity'),
  unitCount: w('设备台数', 'number of devices'),
  licence: w('许可证号', 'licence number'),
  singleDose: w('单次剂量', 'single dose'),
  frequency: w('用药频次', 'frequency'),
};

/** Values by column. A column in `closedColumns` has no others. */
export const valueWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  sex: { 1: w('男', 'male'), 2: w('女', 'female') },
  setting: {
    inpatient: w('住院', 'inpatient'),
    outpatient: w('门诊', 'outpatient'),
    emergency: w('急诊', 'emergency'),
    chronic: w('门诊慢特病', 'chronic outpatient'),
    pharmacy: w('药店购药', 'pharmacy'),
    other: w('其他', 'other'),
  },
  insurance: {
    employee: w('职工医保', 'employee insurance'),
    resident: w('居民医保', 'resident insurance'),
    maternity: w('生育保险', 'maternity insurance'),
    injury: w('工伤保险', 'work injury insurance'),
    other: w('其他险种', 'other insurance'),
  },
  kind: {
    drug: w('药品', 'drug'),
    herb: w('中药饮片', 'herb'),
    service: w('医疗服务项目', 'service'),
    consumable: w('医用耗材', 'consumable'),
    other: w('其他', 'other'),
  },
  level: { 3: w('三级', 'class 3'), 2: w('二级', 'class 2'), 1: w('一级', 'class 1'), 0: w('未定级', 'no class') },
  providerKind: { medical: w('医疗机构', 'medical institution'), pharmacy: w('药店', 'pharmacy') },
  maternity: {
    0: w('未知', 'unknown'),
    1: w('未孕', 'not pregnant'),
    2: w('其他', 'other'),
    3: w('妊娠期', 'pregnant'),
    4: w('哺乳期', 'nursing'),
  },
  dischargeWay: {
    1: w('医嘱离院', 'discharged'),
    2: w('医嘱转院', 'transferred'),
    3: w('医嘱转社区或乡镇卫生院', 'transferred to the community'),
    4: w('非医嘱离院', 'left against advice'),
    5: w('死亡', 'died'),
    9: w('其他', 'other'),
  },
  state: { 1: w('正常', 'in force'), 2: w('暂停', 'suspended'), 3: w('终止', 'ended') },
  window: {
    day: w('当日', 'one day'),
    operation: w('同次手术', 'one operation'),
    encounter: w('本次就诊', 'one encounter'),
    course: w('本疗程', 'one course'),
    month: w('当月', 'one month'),
    year: w('当年', 'one year'),
  },
  grade: {
    unrestricted: w('非限制使用级', 'unrestricted'),
    restricted: w('限制使用级', 'restricted'),
    special: w('特殊使用级', 'special'),
  },
  unit: { year: w('周岁', 'years'), day: w('天', 'days') },
  ageGroup: { child: w('儿童', 'child'), infant: w('婴幼儿', 'infant') },
};

/** `table.column` or a column that means the same in every table: its values are all known. */
const closedColumns: ReadonlySet<string> = new Set(['sex', 'setting', 'insurance', 'line.kind', 'level', 'providerKind']);

/** What a whole number is counted in: two of different units are never compared or added. */
export type RuleUnit =
  | 'fen'
  | 'quantity'
  | 'price'
  | 'day'
  | 'instant'
  | 'days'
  | 'seconds'
  | 'hours'
  | 'count'
  | 'years'
  | 'ratio'
  | 'sex'
  | 'level'
  | 'serial';

/** Units of `int` columns; those of the other types follow from their type. */
export const intUnits: Readonly<Record<string, RuleUnit>> = {
  sex: 'sex',
  level: 'level',
  supplyDays: 'days',
  statedStayDays: 'days',
  idleDays: 'days',
  uploadDelaySeconds: 'seconds',
  serial: 'serial',
  beds: 'count',
  unitCount: 'count',
  practitionerLineCount: 'count',
};

/** Parameters that knowledge rows carry: what they are called in a sentence, and their unit. */
const knowledgeParamWords: Readonly<Record<string, Words & { readonly unit?: RuleUnit; readonly values?: string }>> = {
  sex: { ...w('限定性别', 'required sex'), unit: 'sex', values: 'sex' },
  minAge: w('最小年龄', 'least age'),
  maxAge: w('最大年龄', 'greatest age'),
  unit: { ...w('年龄单位', 'unit of age'), values: 'unit' },
  ageGroup: { ...w('限定人群', 'group of age'), values: 'ageGroup' },
  settings: { ...w('允许的就医方式', 'allowed settings'), values: 'setting' },
  minLevel: { ...w('最低机构级别', 'least class'), unit: 'level', values: 'level' },
  insurance: { ...w('限定险种', 'required insurance'), values: 'insurance' },
  window: { ...w('时间区间', 'window'), values: 'window' },
  sameProvider: w('只看同一机构', 'within one institution'),
  max: { ...w('数量上限', 'largest quantity'), unit: 'quantity' },
  minGapDays: { ...w('最短间隔天数', 'shortest interval'), unit: 'days' },
  everyDays: { ...w('周期天数', 'days of the period'), unit: 'days' },
  maxDays: { ...w('最多支付天数', 'most days paid'), unit: 'days' },
  span: w('按连续日历天数计', 'counted in calendar days'),
  courseGapDays: { ...w('疗程间隔天数', 'days that end a course'), unit: 'days' },
  maxPrice0: { ...w('未定级机构最高单价', 'price cap without class'), unit: 'price' },
  maxPrice1: { ...w('一级机构最高单价', 'price cap of class 1'), unit: 'price' },
  maxPrice2: { ...w('二级机构最高单价', 'price cap of class 2'), unit: 'price' },
  maxPrice3: { ...w('三级机构最高单价', 'price cap of class 3'), unit: 'price' },
  group: w('分组', 'group'),
  secondRatio: { ...w('第二项折价比例', 'ratio of the second item'), unit: 'ratio' },
  fullPrice: { ...w('全价', 'full price'), unit: 'fen' },
  toleranceDays: { ...w('允许提前天数', 'days of tolerance'), unit: 'days' },
  requires: w('必须同时有的项目', 'required items'),
  firstLine: w('一线药品', 'first-line drugs'),
  lookbackDays: { ...w('回看天数', 'days to look back'), unit: 'days' },
  diagnoses: w('所列诊断', 'listed diagnoses'),
  bundle: w('合并项目', 'bundle'),
  bundlePrice: { ...w('合并项目价格', 'price of the bundle'), unit: 'fen' },
  parts: w('被拆分的项目', 'parts'),
  departments: w('允许的科室', 'allowed departments'),
  maxFund: { ...w('基金支付上限', 'most the fund pays'), unit: 'fen' },
  grade: { ...w('抗菌药物级别', 'grade of the antibacterial'), values: 'grade' },
  operations: w('所列手术操作', 'listed operations'),
  prophylaxisHours: { ...w('术后预防用药最长小时数', 'longest prophylaxis'), unit: 'hours' },
  maxSingleDose: { ...w('单次最大剂量', 'largest single dose'), unit: 'quantity' },
  maxDailyDose: { ...w('每日最大剂量', 'largest daily dose'), unit: 'quantity' },
  doseUnit: w('剂量单位', 'unit of the dose'),
  minutes: w('每单位最少服务分钟数', 'least minutes of a unit'),
  dailyCapacity: { ...w('一台设备一天最多数量', 'daily capacity of a device'), unit: 'quantity' },
  scopes: w('允许的执业范围', 'allowed scopes of practice'),
  selected: w('集采中选产品', 'selected product'),
  unitContent: { ...w('每计价单位含量', 'content of a unit'), unit: 'quantity' },
  maxDaily: { ...w('每日最大用量', 'largest daily amount'), unit: 'quantity' },
};

/** What the codes of the other side of a pair are. */
const roleWords: Readonly<Record<string, Words>> = {
  code: w('知识点所列项目', 'items of the knowledge point'),
  included: w('知识点所列的被包含项目', 'items that others contain'),
  including: w('知识点所列的包含项目', 'the items that contain it'),
  counter: w('知识点所列的对应项目', 'the opposite items of the knowledge point'),
  requires: w('知识点所列的必需项目', 'the items required'),
  firstLine: w('知识点所列的一线药品', 'the first-line drugs'),
  bundle: w('知识点所列的合并项目', 'the bundle'),
  parts: w('知识点所列的被拆分项目', 'the parts of a bundle'),
};

/** What derived records have beyond the record they come from. */
const derivedTypes: Readonly<Record<string, Readonly<Record<string, LakeType>>>> = {
  stockedLine: { ...lakeTables.line, ...referenceTables.inventory, stockMonth: 'day', stockReportedMonth: 'day' },
  equippedLine: {
    ...lakeTables.line,
    equippedProvider: 'id',
    unitCount: 'int',
    licence: 'text',
    licensedFrom: 'day',
    licensedTo: 'day',
    equipmentReportedProvider: 'id',
  },
  dispensedLine: {
    ...lakeTables.line,
    issuedNo: 'text',
    issuedDay: 'day',
    issuedTo: 'day',
    issuedPerson: 'id',
    issuedQuantity: 'quantity',
    prescriptionReportedNo: 'text',
  },
  prescribedLine: { ...lakeTables.line, practitionerLineCount: 'int' },
  stayDay: { ...lakeTables.encounter, day: 'day', beds: 'int' },
  stockedTrace: { ...lakeTables.trace, stockMonth: 'day', openingQuantity: 'quantity', purchasedQuantity: 'quantity' },
  insuredEncounter: { ...lakeTables.encounter, insuredPerson: 'id' },
  approvedEncounter: { ...lakeTables.encounter, approvedPerson: 'id', quotaFen: 'fen' },
};
const derivedColumnWords: Readonly<Record<string, Words>> = {
  // readers mark the records of exempt encounters
  exemptions: w('所属就诊的豁免', 'exemptions of its encounter'),
  insuredPerson: w('有待遇期登记的参保人', 'person with a benefit period'),
  approvedPerson: w('备案过该病种的参保人', 'person once approved for the disease'),
  stockMonth: w('进销存登记的月份', 'month of the inventory'),
  stockReportedMonth: w('机构报送进销存的月份', 'month for which the institution keeps an inventory'),
  equippedProvider: w('登记有设备的机构', 'institution with the device'),
  licensedFrom: w('许可有效期首日', 'first day of the licence'),
  licensedTo: w('许可有效期末日', 'last day of the licence'),
  equipmentReportedProvider: w('报送设备登记的机构', 'institution that keeps a register of devices'),
  issuedNo: w('流转处方号', 'number of the circulated prescription'),
  issuedTo: w('处方有效期末日', 'last day of the prescription'),
  issuedPerson: w('处方所属参保人', 'person of the prescription'),
  issuedQuantity: w('处方数量', 'prescribed quantity'),
  prescriptionReportedNo: w('报送的流转处方', 'any circulated prescription'),
  practitionerLineCount: w('该医师当年的明细条数', "number of the practitioner's lines in the year"),
};

const columnTypes: Readonly<Record<string, Readonly<Record<string, LakeType>>>> = {
  ...lakeTables,
  provider: dimensionTables.provider,
  practitioner: dimensionTables.practitioner,
  ...referenceTables,
  ...madeTables,
  ...derivedTypes,
};

/** Everything the language needs to speak of rules; it knows no table and no word of its own. */
export const ruleVocabulary = {
  records: recordWords,
  columns: { ...(columnWords as Readonly<Record<string, Words>>), ...derivedColumnWords },
  tableColumns: tableColumnWords,
  types: columnTypes as Readonly<Record<string, Readonly<Record<string, string>>>>,
  intUnits: intUnits as Readonly<Record<string, string>>,
  values: valueWords,
  closed: closedColumns,
  params: knowledgeParamWords as Readonly<Record<string, Words & { readonly unit?: string; readonly values?: string }>>,
  roles: roleWords,
};

/** What a column of a table is called; its name where nobody gave it words. */
export const columnOf = (table: string, column: string): Words =>
  tableColumnWords[`${table}.${column}`] ?? ruleVocabulary.columns[column] ?? { zh: column, en: column };
