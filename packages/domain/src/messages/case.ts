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
import { sentence } from '../messages.ts';

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

export const caseMessages = {
  'case.discretionMissing': sentence<{ line: number }>(
    ({ line }) => `第 ${line} 行：条款和出处不能为空`,
    ({ line }) => `row ${line}: article and source are needed`,
  ),
  'case.discretionOrder': sentence<{ line: number }>(
    ({ line }) => `第 ${line} 行：下限不能大于上限，生效日不能晚于失效日`,
    ({ line }) => `row ${line}: least above most, or from after until`,
  ),
  'case.discretionTwice': sentence<{ line: number; other: number }>(
    ({ line, other }) => `第 ${line} 行和第 ${other} 行是同一条款、同一档次，日期重叠`,
    ({ line, other }) => `rows ${line} and ${other} are the same article and grade on the same days`,
  ),
  'case.discretionUnits': sentence<{ line: number; other: number }>(
    ({ line, other }) => `第 ${line} 行和第 ${other} 行同一条款，计算方式不同`,
    ({ line, other }) => `rows ${line} and ${other}: one article, two units`,
  ),
  'case.notSummary': sentence(
    () => '本案适用普通程序，不能当场处罚',
    () => 'this case takes the ordinary procedure',
  ),
  'case.overSummary': sentence<{ fine: string; most: string }>(
    ({ fine, most }) => `罚款 ${fine} 元超过简易程序的上限 ${most} 元，应当立案适用普通程序（行政处罚法第五十一条）`,
    ({ fine, most }) => `a fine of ${fine} is above the ${most} of the summary procedure`,
  ),
  'case.nothingOnSpot': sentence(
    () => '当场处罚应当是警告或者罚款',
    () => 'a warning or a fine',
  ),
  'case.heardOnSpot': sentence(
    () => '应当先当场告知当事人并听取陈述申辩（令第4号第四十九条）',
    () => 'the party is told and heard first',
  ),
  'case.reportFirst': sentence(
    () => '当场处罚还没有报所属机关备案（令第4号第五十一条）',
    () => 'the punishment on the spot is not reported yet',
  ),
  'case.reportedAlready': sentence(
    () => '已经报备案',
    () => 'reported already',
  ),
  'case.twoOfficers': sentence<{ count: number }>(
    ({ count }) => `承办人应当不少于两人且执法证号各不相同，现在是 ${count} 人（令第4号第十六条）`,
    ({ count }) => `two officers with certificates of their own are needed, there are ${count}`,
  ),
  'case.unknownOfficer': sentence<{ name: string }>(
    ({ name }) => `执法检查人员名录里没有“${name}”或证件已过期`,
    ({ name }) => `${name} is not in the register of officers, or the certificate has expired`,
  ),
  'case.limitation': sentence<{ until: string }>(
    ({ until }) => `违法行为已超过追责期限（至 ${until}，令第4号第六条）`,
    ({ until }) => `the limitation ended on ${until}`,
  ),
  'case.noActDay': sentence(
    () => '请先写明违法行为终了之日，才能判断追责期限',
    () => 'the last day of the act is missing',
  ),
  'case.handler': sentence<{ by: string; handlers: string }>(
    ({ by, handlers }) => `${by}不是本案承办人（${handlers}）`,
    ({ by, handlers }) => `${by} does not handle this case (${handlers})`,
  ),
  'case.notHandler': sentence<{ by: string }>(
    ({ by }) => `${by}是本案承办人，不能自己审批、审核、听证或者决定`,
    ({ by }) => `${by} handles the case and may not approve, review, hear or decide it`,
  ),
  'case.noEvidence': sentence(
    () => '还没有证据，不能调查终结',
    () => 'there is no evidence yet',
  ),
  'case.clockStands': sentence(
    () => '期限已经在扣除中',
    () => 'the clock stands already',
  ),
  'case.clockRuns': sentence(
    () => '期限没有在扣除',
    () => 'the clock is running',
  ),
  'case.extended': sentence(
    () => '办案期限已经延长过',
    () => 'it was extended already',
  ),
  'case.extendFirst': sentence(
    () => '应当先由负责人批准延长，再由集体讨论决定是否继续延长',
    () => 'the head extends first, then a collective decision',
  ),
  'case.extendDays': sentence<{ most: number }>(
    ({ most }) => `延长天数应在 1 到 ${most} 天之间`,
    ({ most }) => `between 1 and ${most} days`,
  ),
  'case.noLoss': sentence(
    () => '处罚按基金损失的倍数计算，请先填写基金损失',
    () => 'the loss is missing: the fine is a multiple of it',
  ),
  'case.noBounds': sentence<{ article: string }>(
    ({ article }) => `裁量基准里没有第 ${article} 条，请先录入`,
    ({ article }) => `the table of discretion has no article ${article}`,
  ),
  'case.outsideLaw': sentence<{ fine: string; least: string; most: string }>(
    ({ fine, least, most }) => `罚款 ${fine} 元不在法定幅度 ${least}～${most} 元内；低于下限的，应写明减轻处罚的理由`,
    ({ fine, least, most }) => `a fine of ${fine} is outside ${least}–${most}; below, mitigation needs a reason`,
  ),
  'case.noFine': sentence(
    () => '不予处罚或违法事实不成立的，不能有罚款和暂停期限',
    () => 'without punishment there is no fine',
  ),
  'case.moreThanLoss': sentence(
    () => '责令退回的金额不能超过基金损失',
    () => 'the refund is more than the loss',
  ),
  'case.noticeNotServed': sentence(
    () => '事先告知书还没有送达',
    () => 'the announcement is not served yet',
  ),
  'case.noticeOver': sentence<{ due: string }>(
    ({ due }) => `申请听证的期限已到（${due}）`,
    ({ due }) => `the time to ask for a hearing ended on ${due}`,
  ),
  'case.noHearing': sentence(
    () => '本案未达到听证标准',
    () => 'the case is below the threshold of a hearing',
  ),
  'case.hearingNotAsked': sentence(
    () => '当事人没有申请听证，或者已经举行、撤回',
    () => 'no hearing is open',
  ),
  'case.hearingAskedAlready': sentence(
    () => '已经申请过听证',
    () => 'a hearing was asked for already',
  ),
  'case.hearingNotice': sentence<{ days: number; first: string }>(
    ({ days, first }) => `应当在听证 ${days} 日前通知当事人，最早 ${first} 举行`,
    ({ days, first }) => `the party is told ${days} days before: not before ${first}`,
  ),
  'case.statementTime': sentence<{ due: string }>(
    ({ due }) => `陈述申辩期限到 ${due}，当事人还没有陈述也没有放弃`,
    ({ due }) => `the statement may be made until ${due}`,
  ),
  'case.hearingFirst': sentence(
    () => '当事人申请了听证，应当先举行听证再作决定',
    () => 'a hearing was asked for: hold it before the decision',
  ),
  'case.discussFirst': sentence<{ from: string }>(
    ({ from }) => `处罚较重（罚款 ${from} 元以上或者责令暂停服务），应当先经集体讨论（令第4号第四十四条）`,
    ({ from }) => `from ${from} yuan on it is discussed together first`,
  ),
  'case.discussMembers': sentence(
    () => '集体讨论应当不少于三人',
    () => 'at least three discuss',
  ),
  'case.overNotice': sentence<{ what: string; decided: string; noticed: string }>(
    ({ what, decided, noticed }) => `${what}${decided}重于告知的${noticed}，不得因陈述申辩加重；确需加重的应补充调查后重新告知`,
    ({ what, decided, noticed }) => `${what}: ${decided} is more than the announced ${noticed}`,
  ),
  'case.held': sentence<{ count: number }>(
    ({ count }) => `还有 ${count} 项保存或封存没有解除`,
    ({ count }) => `${count} things are still held`,
  ),
  'case.noHold': sentence<{ no: number }>(
    ({ no }) => `没有第 ${no} 项在保存或封存`,
    ({ no }) => `nothing is held under ${no}`,
  ),
  'case.noAssistance': sentence<{ no: number }>(
    ({ no }) => `没有第 ${no} 份待复的协查函`,
    ({ no }) => `no open letter ${no}`,
  ),
  'case.eConsent': sentence(
    () => '电子送达须有当事人签署的同意书，处罚决定书应当送达原件',
    () => 'electronic service needs signed consent',
  ),
  'case.owed': sentence<{ most: string }>(
    ({ most }) => `超过应缴的 ${most} 元`,
    ({ most }) => `more than the ${most} owed`,
  ),
  'case.notOverdue': sentence<{ due: string }>(
    ({ due }) => `缴款期限到 ${due}，没有逾期`,
    ({ due }) => `payment is due on ${due}`,
  ),
  'case.urgeFirst': sentence(
    () => '应当先催告，催告期满仍不履行的才能申请强制执行',
    () => 'urge first, and wait until its time is over',
  ),
  'case.owing': sentence<{ refund: string; fine: string }>(
    ({ refund, fine }) => `还欠退回基金 ${refund} 元、罚款 ${fine} 元`,
    ({ refund, fine }) => `still owed: refund ${refund}, fine ${fine}`,
  ),
  'case.incomplete': sentence<{ missing: string }>(
    ({ missing }) => `案卷不完整，缺：${missing}`,
    ({ missing }) => `the file lacks: ${missing}`,
  ),
  'case.noOffice': sentence(
    () => '这台机器没有安装 LibreOffice，不能合成 PDF；请导出 Word 全卷，或者装好后再试',
    () => 'LibreOffice is not installed here: take the file as Word',
  ),
  'case.officeFailed': sentence(
    () => 'LibreOffice 没有能合成 PDF，请导出 Word 全卷',
    () => 'LibreOffice could not make the PDF: take the file as Word',
  ),
  'case.scanLocked': sentence(
    ({ file }: { file: string }) => `${file} 设有密码，不能装订；请去掉密码另存后重新上传`,
    ({ file }: { file: string }) => `${file} wants a password and cannot be bound: save it without one and attach it again`,
  ),
  'case.scanBroken': sentence(
    ({ file }: { file: string }) => `${file} 不是完好的 PDF，不能装订；请重新扫描或者另存后再上传`,
    ({ file }: { file: string }) => `${file} is no sound PDF and cannot be bound: scan or save it again`,
  ),
  'case.archivedFile': sentence(
    () => '案卷已经归档，不能再增减材料',
    () => 'the file is bound: nothing is added or taken out',
  ),
  'case.amount': sentence(
    () => '金额应当大于 0',
    () => 'the amount must be above 0',
  ),
  'case.dates': sentence(
    () => '日期不能早于前一步，也不能晚于今天',
    () => 'the day is before the step before, or after today',
  ),
  'case.partyCause': sentence(
    () => '案由与当事人类别不符',
    () => 'the cause does not fit the party',
  ),
  'case.unknownCause': sentence<{ code: string }>(
    ({ code }) => `没有案由 ${code}`,
    ({ code }) => `no cause ${code}`,
  ),
} as const;
