import type { Account } from '../finding/ledger.ts';
import type { DismissalCause, FindingAction, FindingActor, FindingState } from '../finding/steps.ts';
import { sentence } from '../messages.ts';
import { formatYuan } from '../money.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<FindingState> = {
  suspect: { zh: '待初审', en: 'first review' },
  feedback: { zh: '待机构反馈', en: 'with the institution' },
  secondReview: { zh: '待复审', en: 'second review' },
  reAppeal: { zh: '待再申诉', en: 'second appeal open' },
  panel: { zh: '合议', en: 'panel' },
  finalReview: { zh: '待终审', en: 'final review' },
  confirmed: { zh: '待扣款确认', en: 'to be confirmed by finance' },
  recovery: { zh: '待追回', en: 'to be recovered' },
  closed: { zh: '已办结', en: 'closed' },
  dismissed: { zh: '已排除', en: 'dismissed' },
};
const actions: Words<FindingAction> = {
  uphold: { zh: '认定违规', en: 'uphold' },
  dismiss: { zh: '排除', en: 'dismiss' },
  declare: { zh: '自查退回', en: 'declare and return' },
  accept: { zh: '认可', en: 'accept' },
  appeal: { zh: '申诉', en: 'appeal' },
  lapse: { zh: '超期视同认可', en: 'lapse' },
  feedbackAgain: { zh: '恢复反馈期限', en: 'open for feedback again' },
  reAppealAgain: { zh: '恢复再申诉期限', en: 'open for a second appeal again' },
  maintain: { zh: '维持', en: 'maintain' },
  seat: { zh: '组成合议组', en: 'seat a panel' },
  vote: { zh: '合议表决', en: 'vote' },
  conclude: { zh: '合议结束', en: 'conclude' },
  confirm: { zh: '确认扣款', en: 'confirm' },
  refuse: { zh: '拒付', en: 'refuse payment' },
  offset: { zh: '结算抵扣', en: 'offset' },
  payBack: { zh: '退回到账', en: 'paid back' },
  writeOff: { zh: '核销', en: 'write off' },
  close: { zh: '办结', en: 'close' },
  reopen: { zh: '重新办理', en: 'reopen' },
  giveBack: { zh: '退还机构', en: 'give back' },
  revise: { zh: '证据变更', en: 'evidence changed' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  escalate: { zh: '移交线索', en: 'hand on to enforcement' },
  note: { zh: '备注', en: 'note' },
};
const causes: Words<DismissalCause> = {
  ruleError: { zh: '规则误报', en: 'the rule is wrong' },
  dataProblem: { zh: '数据问题', en: 'the data are wrong' },
  clinicallyJustified: { zh: '临床合理', en: 'clinically justified' },
  smallSum: { zh: '小额不追究', en: 'too small' },
  withdrawn: { zh: '再次审核不再成立', en: 'not found again' },
};
const actors: Words<FindingActor> = {
  reviewer: { zh: '初审员', en: 'reviewer' },
  secondReviewer: { zh: '复审员', en: 'second reviewer' },
  expert: { zh: '合议专家', en: 'panel expert' },
  head: { zh: '负责人', en: 'section head' },
  finance: { zh: '财务', en: 'finance officer' },
  institution: { zh: '机构', en: 'institution' },
  system: { zh: '系统', en: 'system' },
};
const accountWords: Words<Account> = {
  source: { zh: '疑点来源', en: 'source' },
  open: { zh: '存疑', en: 'in question' },
  excluded: { zh: '排除', en: 'dismissed' },
  overlap: { zh: '其他疑点已认定', en: 'claimed by others' },
  upheld: { zh: '认定待追', en: 'upheld, due' },
  refused: { zh: '拒付', en: 'refused' },
  offset: { zh: '结算抵扣', en: 'offset' },
  paidBack: { zh: '退回到账', en: 'paid back' },
  selfReturned: { zh: '自查退回', en: 'returned after self-check' },
  writtenOff: { zh: '核销', en: 'written off' },
  owedBack: { zh: '应退还机构', en: 'owed back' },
  givenBack: { zh: '已退还机构', en: 'given back' },
};

/** Words of a finding's life. */
export const findingWords = { states, actions, causes, actors, accounts: accountWords } as const;

const word = (words: Readonly<Record<string, { zh: string; en: string }>>, key: string, language: 'zh' | 'en') =>
  words[key]?.[language] ?? key;

const evidenceWords: Words<string> = {
  amountFen: { zh: '涉及金额（分）', en: 'amount in question (fen)' },
  fundFen: { zh: '其中基金（分）', en: 'fund share (fen)' },
  records: { zh: '涉及的明细', en: 'records in question' },
  explanation: { zh: '说明', en: 'explanation' },
  evidenceHash: { zh: '证据指纹', en: 'hash of the evidence' },
};

export const findingMessages = {
  'finding.unknown': sentence<{ id: string }>(
    (f) => `没有疑点 ${f.id}，或它不需要办理（统计监测、不予追究）`,
    (f) => `no finding ${f.id}, or nothing is to be done about it`,
  ),
  'finding.handedOn': sentence<{ count: number; rules: string; why: string }>(
    (f) => `疑点移交，共 ${f.count} 条（${f.rules}）：${f.why}`,
    (f) => `handed on from ${f.count} findings (${f.rules}): ${f.why}`,
  ),
  'finding.noStep': sentence<{ state: string; action: string }>(
    (f) => `疑点处于“${word(states, f.state, 'zh')}”，不能${word(actions, f.action, 'zh')}`,
    (f) => `the finding is at ${word(states, f.state, 'en')}: no ${word(actions, f.action, 'en')} there`,
  ),
  'finding.notYours': sentence<{ who: string }>(
    (f) => `这一步由${word(actors, f.who, 'zh')}办理`,
    (f) => `this step is for the ${word(actors, f.who, 'en')}`,
  ),
  'finding.otherProvider': sentence(
    () => '这条疑点不属于本机构',
    () => 'this finding is about another institution',
  ),
  'finding.locked': sentence<{ by: string }>(
    (f) => `${f.by} 正在办理这条疑点`,
    (f) => `${f.by} is working on this finding`,
  ),
  'finding.noCause': sentence(
    () => '排除要选择归因：规则误报、数据问题、临床合理或小额不追究',
    () => 'a dismissal needs its cause: ruleError, dataProblem, clinicallyJustified or smallSum',
  ),
  'finding.samePerson': sentence<{ by: string; state: string }>(
    (f) => `${f.by} 已经审核过这条疑点，${f.state === 'finalReview' ? '终审' : '复审'}应由另一人办理`,
    (f) => `${f.by} reviewed this finding already: another person must do it now`,
  ),
  'finding.tooLate': sentence<{ due: string }>(
    (f) => `答复期限到 ${f.due} 为止，已经过期`,
    (f) => `answers were due by ${f.due}`,
  ),
  'finding.silenceIsNoConsent': sentence(
    () => '按现行参数，超期不视同认可',
    () => 'silence is no consent here',
  ),
  'finding.notOverdue': sentence<{ due: string | null }>(
    (f) => (f.due === null ? '期限未定（节假日安排尚未公布），不能按超期处理' : `期限到 ${f.due} 为止，还没有过期`),
    (f) => (f.due === null ? 'the last day is not known yet' : `not due before ${f.due} is over`),
  ),
  'finding.badPanel': sentence<{ count: number; least: number }>(
    (f) => `合议组应为单数且不少于 ${f.least} 名互不相同的专家，现有 ${f.count} 名`,
    (f) => `a panel is an odd number of different experts, at least ${f.least}; ${f.count} given`,
  ),
  'finding.panelVoting': sentence(
    () => '合议已开始表决，不能再更换专家',
    () => 'the panel is voting: its seats are fixed',
  ),
  'finding.expertReviewed': sentence<{ by: string }>(
    (f) => `${f.by} 审核过这条疑点，不能参加合议`,
    (f) => `${f.by} reviewed this finding and cannot sit on its panel`,
  ),
  'finding.noPanel': sentence(
    () => '还没有组成合议组',
    () => 'there is no panel yet',
  ),
  'finding.noSeat': sentence<{ by: string }>(
    (f) => `${f.by} 不在合议组内`,
    (f) => `${f.by} has no seat on this panel`,
  ),
  'finding.votedAlready': sentence<{ by: string }>(
    (f) => `${f.by} 已经表决`,
    (f) => `${f.by} has voted`,
  ),
  'finding.noVerdict': sentence(
    () => '表决要选择“违规”（uphold）或“不违规”（dismiss）',
    () => 'a vote is uphold or dismiss',
  ),
  'finding.votesMissing': sentence<{ count: number }>(
    (f) => `还有 ${f.count} 名专家没有表决`,
    (f) => `${f.count} votes are missing`,
  ),
  'finding.fundOpen': sentence(
    () => '基金金额未定（按病种或病组付费）：请填写核定的基金金额和依据',
    () => 'the fund’s share is undetermined: fix it and say on what ground',
  ),
  'finding.badFund': sentence<{ amount: number; most: number }>(
    (f) => `核定的基金金额 ${formatYuan(f.amount)} 元有误，应在 0 到 ${formatYuan(f.most)} 元之间`,
    (f) => `the fund's share ${formatYuan(f.amount)} must lie between 0 and ${formatYuan(f.most)}`,
  ),
  'finding.unknownLine': sentence<{ line: string }>(
    (f) => `疑点里没有明细 ${f.line}`,
    (f) => `the finding has no line ${f.line}`,
  ),
  'finding.nothingLeft': sentence(
    () => '全部明细都已排除：请改为排除整条疑点',
    () => 'no line is left: dismiss the finding instead',
  ),
  'finding.noAmount': sentence(
    () => '请填写金额（大于 0）',
    () => 'give an amount above 0',
  ),
  'finding.overDue': sentence<{ amount: number; most: number }>(
    (f) => `金额 ${formatYuan(f.amount)} 元超过待追的 ${formatYuan(f.most)} 元`,
    (f) => `${formatYuan(f.amount)} is more than the ${formatYuan(f.most)} that are due`,
  ),
  'finding.overOwed': sentence<{ amount: number; most: number }>(
    (f) => `金额 ${formatYuan(f.amount)} 元超过应退还的 ${formatYuan(f.most)} 元`,
    (f) => `${formatYuan(f.amount)} is more than the ${formatYuan(f.most)} owed back`,
  ),
  'finding.stillDue': sentence<{ amount: number }>(
    (f) => (f.amount > 0 ? `还有 ${formatYuan(f.amount)} 元待追` : `还有 ${formatYuan(-f.amount)} 元应退还机构`),
    (f) => `${formatYuan(f.amount)} is still open`,
  ),
  'finding.notDue': sentence(
    () => '没有待追的金额',
    () => 'nothing is due',
  ),
  'evidence.noPackage': sentence(
    () => '这不是本系统导出的证据包',
    () => 'this is no evidence package of ours',
  ),
  'evidence.seal': sentence(
    () => '内容与封口的 SM3 值不符：导出后被改动过',
    () => 'the content does not have the SM3 value of its seal: it was changed after it was exported',
  ),
  'evidence.nothing': sentence(
    () => '证据包里没有可供重新判断的明细：导出时这条疑点在当时的数据里已经不成立，或者规则版本已经停用',
    () => 'nothing to decide from: when it was exported the records said it no more, or the edition was no longer in force',
  ),
  'evidence.broken': sentence<{ reason: string }>(
    (f) => `证据包里的规则或明细读不通：${f.reason}`,
    (f) => `the rule or the rows of the package cannot be read: ${f.reason}`,
  ),
  'evidence.notFound': sentence(
    () => '按证据包里的规则和明细重新判断，得不出这条疑点',
    () => 'the finding does not follow from the rule and the rows of the package',
  ),
  'evidence.differs': sentence<{ what: string; stated: unknown; found: unknown }>(
    (f) => `${evidenceWords[f.what]?.zh ?? f.what}不符：证据包写的是 ${f.stated ?? '未定'}，重新判断是 ${f.found ?? '未定'}`,
    (f) => `${evidenceWords[f.what]?.en ?? f.what} differs: stated ${f.stated ?? 'open'}, decided again ${f.found ?? 'open'}`,
  ),
  'recheck.noName': sentence(
    () => '没有写明经办人（by）',
    () => 'say who acts (by)',
  ),
  'recheck.nothing': sentence(
    () => '这段时间没有已初审的疑点，也没有未涉疑点的就诊可抽',
    () => 'nothing was decided and nothing settled in these days',
  ),
  'recheck.twice': sentence<{ id: string }>(
    (f) => `复核批次 ${f.id} 已经抽过样`,
    (f) => `the sample ${f.id} was drawn already`,
  ),
  'recheck.unknown': sentence<{ id: string; item: number }>(
    (f) => `复核批次 ${f.id} 没有第 ${f.item} 件`,
    (f) => `sample ${f.id} has no item ${f.item}`,
  ),
  'recheck.ownSample': sentence<{ by: string }>(
    (f) => `样本由 ${f.by} 抽取，应由另一人复核`,
    (f) => `${f.by} drew the sample: another person judges it`,
  ),
  'recheck.ownDecision': sentence<{ by: string }>(
    (f) => `这条疑点由 ${f.by} 审核过，应由另一人复核`,
    (f) => `${f.by} decided this finding: another person judges it`,
  ),
  'recheck.badMonth': sentence<{ month: string }>(
    (f) => `月份“${f.month}”有误，应如 2026-03`,
    (f) => `“${f.month}” is no month; write it like 2026-03`,
  ),
  'recheck.noReason': sentence(
    () => '认为有误的要写理由',
    () => 'say what is wrong',
  ),
  'finding.attachmentEmpty': sentence(
    () => '文件是空的',
    () => 'the file is empty',
  ),
  'finding.attachmentTooBig': sentence<{ most: number }>(
    (f) => `文件超过 ${f.most} MB`,
    (f) => `the file is larger than ${f.most} MB`,
  ),
  'finding.attachmentKind': sentence<{ extension: string }>(
    () => '只收 PDF、PNG、JPG、DOCX、XLSX，且内容要与扩展名一致',
    () => 'only PDF, PNG, JPG, DOCX and XLSX are taken, and the content must be what the name says',
  ),
  'finding.attachmentCutOff': sentence(
    () => '文件不完整，可能上传中断，请重新上传',
    () => 'the file is cut off: send it again',
  ),
  'finding.unknownAttachment': sentence<{ id: string }>(
    (f) => `没有附件 ${f.id}`,
    (f) => `no attachment ${f.id}`,
  ),
  'finding.answerColumn': sentence<{ name: string }>(
    (f) => `缺少“${f.name}”列：请使用系统导出的答复表`,
    (f) => `column ${f.name} is missing: use the sheet that the system exports`,
  ),
  'finding.answerNotBook': sentence<{ reason: string }>(
    (f) => `打不开这个文件（${f.reason}）：请上传系统导出的 xlsx 答复表`,
    (f) => `this is no workbook (${f.reason})`,
  ),
  'finding.answerWord': sentence<{ given: string }>(
    (f) => `答复“${f.given}”有误，应为“认可”或“申诉”`,
    (f) => `the answer is ${f.given}: it must be 认可 or 申诉`,
  ),
  'finding.answerTwice': sentence<{ row: number }>(
    (f) => `与第 ${f.row} 行是同一条疑点`,
    (f) => `the same finding as row ${f.row}`,
  ),
  'finding.answerNoReason': sentence(
    () => '申诉要写理由',
    () => 'an appeal needs its reason',
  ),
  'finding.changedMeanwhile': sentence<{ version: number }>(
    (f) => `这条疑点在第 ${f.version} 版之后证据已变更或不再成立，请刷新`,
    (f) => `the finding changed after version ${f.version}: reload`,
  ),
};
