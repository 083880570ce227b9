import type { ParamName } from './parameters.ts';
import type { KnowledgePoint } from './point.ts';

/** How the knowledge of a rule is shaped; every kind has its own reader of constraint texts. */
export type KnowledgeKind =
  | 'sex'
  | 'child'
  | 'newborn'
  | 'age'
  | 'settings'
  | 'level'
  | 'injury'
  | 'maternity'
  | 'pair'
  | 'frequency'
  | 'interval'
  | 'course'
  | 'price'
  | 'surgery'
  | 'sameGroup'
  | 'requires'
  | 'firstLine'
  | 'indication'
  | 'bundle'
  | 'ageGiven'
  | 'contraindication'
  | 'counter'
  | 'list'
  | 'diagnosesGiven'
  | 'departments'
  | 'fundCap'
  | 'antibioticGrade'
  | 'prophylaxis'
  | 'dose'
  | 'dailyQuantity'
  | 'quantity'
  | 'prescriptionLimit'
  | 'unitContent'
  | 'operationCharge'
  | 'sameElsewhere'
  | 'chargeUnits'
  | 'serviceMinutes'
  | 'deviceCapacity'
  | 'practiceScope'
  | 'selection';

/** Parameters without which the kind means nothing: one of each inner list must be there. */
export const requiredParams: Record<KnowledgeKind, readonly (readonly ParamName[])[]> = {
  sex: [['sex']],
  child: [['maxAge', 'minAge', 'ageGroup']],
  newborn: [['maxAge']],
  age: [['minAge', 'maxAge']],
  settings: [['settings']],
  level: [['minLevel']],
  injury: [['insurance']],
  maternity: [['insurance']],
  pair: [], // window and sameProvider default to the rule's parameters
  frequency: [['max'], ['window', 'everyDays']],
  interval: [['minGapDays', 'everyDays']],
  course: [['maxDays']], // window defaults to the rule's parameter
  price: [['maxPrice']],
  surgery: [['group']], // without full price the rule answers "not evaluated"
  sameGroup: [['group']],
  requires: [['requires']],
  firstLine: [['firstLine', 'diagnoses']],
  indication: [['diagnoses']],
  bundle: [['bundle'], ['parts']],
  list: [],
  ageGiven: [['minAge', 'maxAge']],
  contraindication: [['diagnoses']],
  counter: [], // the other side stands in counterCodes
  diagnosesGiven: [['diagnoses']],
  departments: [['departments']],
  fundCap: [['maxFund']], // window defaults to the rule's parameter
  antibioticGrade: [['grade']],
  prophylaxis: [['operations'], ['prophylaxisHours']],
  dose: [['maxSingleDose', 'maxDailyDose'], ['doseUnit']],
  dailyQuantity: [['maxDaily']],
  quantity: [['max']],
  prescriptionLimit: [['maxDays', 'max']],
  unitContent: [['unitContent'], ['doseUnit']],
  operationCharge: [['requires'], ['operations']],
  sameElsewhere: [['lookbackDays']], // counterCodes are the codes themselves
  chargeUnits: [['max']],
  serviceMinutes: [['minutes']],
  deviceCapacity: [], // without a capacity only the device itself is asked for
  practiceScope: [['scopes']],
  selection: [['group'], ['selected']],
};

/** What else a row of the kind may say; a form offers these behind the required ones. */
const furtherParams: Partial<Record<KnowledgeKind, readonly ParamName[]>> = {
  child: ['unit'],
  newborn: ['unit'],
  age: ['unit'],
  ageGiven: ['unit'],
  pair: ['window', 'sameProvider'],
  frequency: ['sameProvider'],
  interval: ['max'],
  course: ['window', 'courseGapDays', 'span'],
  surgery: ['secondRatio', 'fullPrice'],
  sameGroup: ['toleranceDays'],
  requires: ['window'],
  firstLine: ['lookbackDays'],
  bundle: ['window', 'bundlePrice'],
};

/** Names of the parameters that a person may give for a kind, the required ones first. */
export const paramsOfKind = (kind: KnowledgeKind): ParamName[] => [
  ...new Set([...requiredParams[kind].flat(), ...(furtherParams[kind] ?? [])]),
];

/** National and extension rules (1.0 codes; null: additions of the 2025 edition without a code), supervision.md §2.1–2.3. */
const rules: readonly (readonly [code: string | null, name: string, kind: KnowledgeKind])[] = [
  ['GZ10000301004000', '药品区分性别使用', 'sex'],
  ['GZ10000302004000', '医疗服务项目区分性别使用', 'sex'],
  [null, '医用耗材与性别不符', 'sex'],
  ['GZ10000201005000', '手术操作编码与性别不符', 'sex'],
  ['GZ10000204006000', '诊断与患者性别不符', 'sex'],
  ['GZ10000101007000', '药品限儿童使用', 'child'],
  ['GZ10000102006000', '医疗服务项目限儿童使用', 'child'],
  ['GZ10000103002000', '医用耗材限儿童使用', 'child'],
  ['GZ10000301002000', '药品儿童专用', 'child'],
  ['GZ10000302003000', '医疗服务项目儿童专用', 'child'],
  ['GZ10000101006000', '药品限新生儿使用', 'newborn'],
  ['GZ10000102005000', '医疗服务项目限新生儿使用', 'newborn'],
  ['GZ10000103001000', '医用耗材限新生儿使用', 'newborn'],
  [null, '医疗服务项目限年龄', 'age'],
  [null, '药品限就医方式', 'settings'],
  ['GZ10000102009000', '医疗服务项目限就医方式', 'settings'],
  ['GZ10000101012000', '药品限医疗机构级别', 'level'],
  ['GZ10000102011000', '医疗服务项目限医疗机构级别', 'level'],
  ['GZ10000101001000', '药品限工伤保险', 'injury'],
  ['GZ10000102003000', '医疗服务项目限工伤保险', 'injury'],
  ['GZ10000101002000', '药品限生育保险', 'maternity'],
  ['GZ10000102004000', '医疗服务项目限生育保险', 'maternity'],
  ['GZ10000102012000', '医疗服务项目重复收费', 'pair'],
  [null, '医疗服务项目与医用耗材重复收费', 'pair'],
  ['GZ10000102014000', '医疗服务项目限定频次', 'frequency'],
  ['GZ10000303003000', '医用耗材数量超标', 'frequency'],
  [null, '医疗服务项目周期超频次', 'interval'],
  ['GZ10000101010000', '药品限支付疗程', 'course'],
  ['GZ10000102010000', '医疗服务项目限支付疗程', 'course'],
  ['GZ10000102001000', '医疗服务项目超限定单价收费', 'price'],
  ['GZ10000102002000', '手术项目未按规定折价收费', 'surgery'],
  ['GZ10000301006000', '重复开药', 'sameGroup'],
  ['GZ10000301001000', '药品与医疗服务项目不符', 'requires'],
  ['GZ10000303001000', '医用耗材与医疗服务项目不符', 'requires'],
  ['GZ10000101005000', '药品限二线使用', 'firstLine'],
  ['GZ10000101008000', '药品限适应症', 'indication'],
  ['GZ10000102007000', '医疗服务项目限适应症', 'indication'],
  [null, '医用耗材限疾病使用', 'indication'],
  ['GZ10000102013000', '医疗服务项目分解收费', 'bundle'],
  ['GZ10000101003000', '中药饮片单复方均不予支付', 'list'],
  ['GZ10000101004000', '中药饮片单方使用不予支付', 'list'],
  ['ZB10000205005000', 'CT检查占比', 'list'],
  ['ZB10000205006000', '核磁检查占比', 'list'],
  [null, '超互联网医院药品支付范围', 'list'],
  ['GZ10000301003000', '药品儿童禁用', 'ageGiven'],
  ['GZ10000301009000', '老年人用药安全', 'ageGiven'],
  ['GZ10000204007000', '诊断与患者年龄不符', 'ageGiven'],
  ['GZ10000301010000', '妊娠期及哺乳期用药安全', 'list'],
  ['GZ10000301008000', '药品禁忌症', 'contraindication'],
  ['GZ10000302005000', '医疗服务项目禁忌症', 'contraindication'],
  ['GZ10000301011000', '药品相互作用', 'counter'],
  ['GZ10000301012000', '中药饮片配伍禁忌', 'counter'],
  ['GZ10000101009000', '药品限最大开药天数/开药量', 'prescriptionLimit'],
  ['GZ10000101011000', '药品超限定病种目录范围使用', 'counter'],
  ['GZ10000102008000', '医疗服务项目限科室使用', 'departments'],
  ['GZ10000303002000', '医用耗材与科室不符', 'departments'],
  ['GZ10000102015000', '医疗服务项目超限定报销总额', 'fundCap'],
  ['GZ10000103003000', '耗材超限定报销总额', 'fundCap'],
  ['GZ10000201006000', '诊断编码与手术操作编码不符', 'diagnosesGiven'],
  ['GZ10000202002000', '围手术期抗菌药物预防性应用监管', 'prophylaxis'],
  ['GZ10000202003000', '抗菌药物分级使用管理', 'antibioticGrade'],
  ['GZ10000301005000', '超说明书用量开药', 'dose'],
  ['GZ10000301007000', '超说明书适应症用药', 'diagnosesGiven'],
  [null, '中药饮片超量上传', 'dailyQuantity'],
  ['GZ10000302001000', '无指征检验检查', 'diagnosesGiven'],
  ['GZ10000302002000', '无指征治疗', 'diagnosesGiven'],
  ['GZ10000302006000', '医疗服务项目超适应症使用', 'diagnosesGiven'],
  ['GZ10000201002000', '结算明细信息异常', 'list'],
  ['GZ10000201003000', '疾病诊断编码异常', 'requires'],
  ['GZ10000201004000', '手术操作编码异常', 'operationCharge'],
  ['DF-06', '身份冒用信号', 'list'],
  ['GZ10000204005000', '无指征住院', 'list'],
  ['DF-21', '职业开药人/倒卖', 'quantity'],
  ['DF-22', '超能力使用', 'list'],
  ['DF-49', '血透专项', 'list'],
  ['DF-26', '多记数量', 'unitContent'],
  ['DF-29', '目录外/非医保费用纳入', 'list'],
  ['DF-30', '高套/低编病组', 'list'],
  ['DF-31', '转嫁费用', 'list'],
  ['DF-45', '重复检查(互认)', 'sameElsewhere'],
  // extension rules (supervision.md §2.4)
  ['DF-16', '处方药无处方/虚假处方', 'list'],
  ['DF-17', '门慢特超病种用药(药店)', 'counter'],
  ['DF-18', '追溯码缺失', 'list'],
  ['DF-23', '医师-药店-高价药聚集', 'list'],
  ['DF-24', '超标准收费(扩大计价单位)', 'chargeUnits'],
  ['DF-38', '医师超负荷', 'serviceMinutes'],
  ['DF-39', '设备/项目超产能', 'deviceCapacity'],
  ['DF-41', '超执业范围/无资质', 'practiceScope'],
  ['DF-46', '集采非中选替代/超价', 'selection'],
];

const byCode = new Map(rules.flatMap(([code, , kind]) => (code ? [[code, kind] as const] : [])));
const byName = new Map(rules.map(([, name, kind]) => [name, kind] as const));

/** The kind of a point's rule: by national code, else by name; undefined for a rule this product does not know. */
export const kindOf = (point: Pick<KnowledgePoint, 'ruleCode' | 'ruleName'>): KnowledgeKind | undefined =>
  (point.ruleCode ? byCode.get(point.ruleCode) : undefined) ?? (point.ruleName ? byName.get(point.ruleName.trim()) : undefined);

const codeOfName = new Map(rules.flatMap(([code, name]) => (code ? [[name, code] as const] : [])));

/** What identifies the rule of a point: its national code (also found by name), else `NC-` and its name (contracts §3). */
export const ruleKeyOf = (point: Pick<KnowledgePoint, 'ruleCode' | 'ruleName'>): string => {
  const name = point.ruleName?.trim() ?? '';
  return point.ruleCode ?? codeOfName.get(name) ?? `NC-${name}`;
};
