/** Words of enforcement cases: states, steps, and what forms choose from. */
import type {
  agreementMeasures,
  CaseOutcome,
  CaseSource,
  EvidenceKind,
  exclusionKinds,
  holdKinds,
  overturners as overturnerKinds,
  PaymentKind,
  Procedure,
  recordKinds,
  serviceWays,
} from '../enforcement/case.ts';
import type { PartyKind } from '../enforcement/causes.ts';
import type { DiscretionGrade } from '../enforcement/discretion.ts';
import type { CaseAction, CaseState } from '../enforcement/steps.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<CaseState> = {
  applied: { zh: '待立案审批', en: 'to be filed' },
  investigating: { zh: '调查中', en: 'investigating' },
  suspended: { zh: '中止调查', en: 'suspended' },
  reported: { zh: '调查终结，待法制审核', en: 'reported' },
  reviewed: { zh: '已法制审核', en: 'legally reviewed' },
  noticed: { zh: '已事先告知', en: 'announced' },
  decided: { zh: '已决定，待送达', en: 'decided' },
  served: { zh: '已送达，执行中', en: 'served' },
  executed: { zh: '执行完毕', en: 'executed' },
  closed: { zh: '已结案', en: 'closed' },
  archived: { zh: '已归档', en: 'filed away' },
  notFiled: { zh: '不予立案', en: 'not filed' },
  withdrawn: { zh: '已撤案', en: 'withdrawn' },
  terminated: { zh: '已终止', en: 'terminated' },
  transferred: { zh: '已移送', en: 'transferred' },
  overturned: { zh: '决定已撤销', en: 'overturned' },
};
const actions: Words<CaseAction> = {
  decideOnSpot: { zh: '当场处罚', en: 'decide on the spot' },
  reportOnSpot: { zh: '报备案', en: 'report it' },
  approve: { zh: '批准立案', en: 'file' },
  refuse: { zh: '不予立案', en: 'do not file' },
  officers: { zh: '变更承办人', en: 'change officers' },
  record: { zh: '做笔录', en: 'take a record' },
  evidence: { zh: '收集证据', en: 'add evidence' },
  hold: { zh: '登记保存或封存', en: 'hold or seal things' },
  release: { zh: '解除保存封存', en: 'release' },
  assist: { zh: '发协查函', en: 'ask for assistance' },
  answered: { zh: '收到协查复函', en: 'note the answer' },
  stopClock: { zh: '扣除期限', en: 'stop the clock' },
  startClock: { zh: '恢复计时', en: 'start the clock' },
  suspend: { zh: '中止调查', en: 'suspend' },
  resume: { zh: '恢复调查', en: 'resume' },
  extend: { zh: '延长期限', en: 'extend' },
  extendCollective: { zh: '集体讨论再延长', en: 'extend by collective decision' },
  correct: { zh: '责令改正', en: 'order correction' },
  report: { zh: '调查终结', en: 'report' },
  review: { zh: '法制审核通过', en: 'pass legal review' },
  sendBack: { zh: '退回调查', en: 'send back' },
  notify: { zh: '事先告知', en: 'announce' },
  serveNotice: { zh: '送达告知书', en: 'serve the announcement' },
  statement: { zh: '记陈述申辩', en: 'note the statement' },
  waive: { zh: '放弃陈述申辩', en: 'waive the statement' },
  askHearing: { zh: '申请听证', en: 'ask for a hearing' },
  holdHearing: { zh: '举行听证', en: 'hold the hearing' },
  dropHearing: { zh: '撤回听证申请', en: 'drop the hearing' },
  discuss: { zh: '集体讨论', en: 'discuss together' },
  reinvestigate: { zh: '补充调查', en: 'investigate again' },
  decide: { zh: '作出决定', en: 'decide' },
  serve: { zh: '送达决定书', en: 'serve' },
  pay: { zh: '登记缴款', en: 'note a payment' },
  instalment: { zh: '暂缓或分期缴纳', en: 'defer payment' },
  urge: { zh: '催告', en: 'urge' },
  court: { zh: '申请强制执行', en: 'go to court' },
  publish: { zh: '公示', en: 'publish' },
  execute: { zh: '执行完毕', en: 'executed' },
  close: { zh: '结案', en: 'close' },
  archive: { zh: '归档', en: 'file away' },
  withdraw: { zh: '撤案', en: 'withdraw' },
  terminate: { zh: '终止', en: 'terminate' },
  transfer: { zh: '移送', en: 'transfer' },
  comeBack: { zh: '移送后退回', en: 'came back' },
  overturn: { zh: '登记决定被撤销', en: 'note the decision as set aside' },
  measure: { zh: '协议处理', en: 'agreement measure' },
};
const parties: Words<PartyKind> = {
  agency: { zh: '经办机构', en: 'agency' },
  provider: { zh: '定点医药机构', en: 'institution' },
  person: { zh: '个人', en: 'person' },
  other: { zh: '其他', en: 'other' },
};
const evidence: Words<EvidenceKind> = {
  document: { zh: '书证', en: 'document' },
  object: { zh: '物证', en: 'object' },
  audiovisual: { zh: '视听资料', en: 'audio or video' },
  electronic: { zh: '电子数据', en: 'electronic data' },
  witness: { zh: '证人证言', en: 'witness' },
  party: { zh: '当事人的陈述', en: 'statement of the party' },
  opinion: { zh: '鉴定意见', en: 'expert opinion' },
  record: { zh: '勘验笔录、现场笔录', en: 'record of the scene' },
};
const records: Words<(typeof recordKinds)[number]> = {
  scene: { zh: '现场笔录', en: 'record of the scene' },
  inquiry: { zh: '询问笔录', en: 'record of an inquiry' },
};
const holds: Words<(typeof holdKinds)[number]> = {
  preserve: { zh: '先行登记保存', en: 'preserve' },
  seal: { zh: '封存', en: 'seal' },
};
const exclusions: Words<(typeof exclusionKinds)[number]> = {
  testing: { zh: '检测检验', en: 'testing' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  hearing: { zh: '听证', en: 'hearing' },
  announcement: { zh: '公告', en: 'announcement' },
  expertReview: { zh: '专家评审', en: 'expert review' },
};
const outcomes: Words<CaseOutcome> = {
  punish: { zh: '给予行政处罚', en: 'punish' },
  noPunishment: { zh: '不予行政处罚', en: 'no punishment' },
  notEstablished: { zh: '违法事实不成立', en: 'not established' },
};
const measures: Words<(typeof agreementMeasures)[number]> = {
  talk: { zh: '约谈', en: 'talk' },
  suspendPayment: { zh: '暂停拨付', en: 'suspend payment' },
  refuse: { zh: '拒付', en: 'refuse' },
  recover: { zh: '追回', en: 'recover' },
  liquidated: { zh: '违约金', en: 'liquidated damages' },
  suspendAgreement: { zh: '中止协议', en: 'suspend the agreement' },
  endAgreement: { zh: '解除协议', en: 'end the agreement' },
};
const payments: Words<PaymentKind> = {
  refund: { zh: '退回基金', en: 'refund' },
  fine: { zh: '罚款', en: 'fine' },
  lateFee: { zh: '加处罚款', en: 'late fee' },
  liquidated: { zh: '违约金', en: 'liquidated damages' },
};
const services: Words<(typeof serviceWays)[number]> = {
  direct: { zh: '直接送达', en: 'in person' },
  lien: { zh: '留置送达', en: 'left there' },
  mail: { zh: '邮寄送达', en: 'by mail' },
  electronic: { zh: '电子送达', en: 'electronic' },
  announcement: { zh: '公告送达', en: 'by announcement' },
};
const grades: Words<DiscretionGrade> = {
  light: { zh: '从轻', en: 'light' },
  normal: { zh: '一般', en: 'normal' },
  heavy: { zh: '从重', en: 'heavy' },
};
const overturners: Words<(typeof overturnerKinds)[number]> = {
  reconsideration: { zh: '复议机关', en: 'reconsideration' },
  court: { zh: '人民法院', en: 'court' },
  ourselves: { zh: '本机关自行纠正', en: 'ourselves' },
};
const procedures: Words<Procedure> = {
  ordinary: { zh: '普通程序', en: 'ordinary' },
  summary: { zh: '简易程序', en: 'summary' },
};
const sources: Words<CaseSource> = {
  routine: { zh: '日常检查', en: 'routine inspection' },
  special: { zh: '专项检查', en: 'special inspection' },
  joint: { zh: '联合检查', en: 'joint inspection' },
  assigned: { zh: '上级交办', en: 'assigned from above' },
  transferred: { zh: '其他机关移送', en: 'transferred from elsewhere' },
  reported: { zh: '投诉举报', en: 'reported' },
  monitoring: { zh: '智能监控', en: 'monitoring' },
  other: { zh: '其他', en: 'other' },
};
const reviews = {
  agree: { zh: '同意处理意见', en: 'agrees' },
  change: { zh: '建议变更', en: 'wants changes' },
  correct: { zh: '建议纠正程序', en: 'wants the procedure mended' },
  continue: { zh: '建议继续调查', en: 'wants more investigation' },
  other: { zh: '其他意见', en: 'other' },
} as const;
const transfers = {
  police: { zh: '公安机关（涉嫌犯罪）', en: 'police' },
  discipline: { zh: '纪检监察机关', en: 'discipline inspection' },
  health: { zh: '卫生健康部门', en: 'health' },
  market: { zh: '市场监管、药监部门', en: 'market' },
  otherBureau: { zh: '其他医保部门（管辖）', en: 'another bureau' },
  other: { zh: '其他机关', en: 'other' },
} as const;
export const caseWords = {
  states,
  actions,
  parties,
  evidence,
  records,
  holds,
  exclusions,
  outcomes,
  measures,
  payments,
  services,
  grades,
  reviews,
  transfers,
  overturners,
  procedures,
  sources,
} as const;
