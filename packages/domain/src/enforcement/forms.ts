/** The form of each step: what is filled in, in which order. */
import { codesOf, field, type StepField } from '../matter/life.ts';
import { caseWords } from '../messages/case-words.ts';
import { circumstances } from './discretion.ts';
import type { CaseAction } from './steps.ts';

const { evidence, records, holds, exclusions, reviews, transfers, measures, overturners, payments, services } = caseWords;

const sanctionFields = [
  field('outcome', 'code', '处理结果', 'Outcome', { required: true, codes: codesOf(caseWords.outcomes) }),
  field('refundFen', 'money', '责令退回基金', 'Refund'),
  field('fineFen', 'money', '罚款', 'Fine'),
  field('suspendMonths', 'count', '暂停服务或联网结算', 'Suspension', { unit: '个月' }),
  field('other', 'text', '其他处理', 'Other'),
  field('mitigation', 'text', '减轻处罚的理由', 'Mitigation', { note: '低于法定幅度时必填' }),
] as const;

const noField = field('no', 'count', '序号', 'Number', { required: true });

const long = (name: string, title: string, en: string) => field(name, 'text', title, en, { required: true, long: true });

const handlersField = field('handlers', 'text', '承办人', 'Officers', { required: true, many: true, note: '两人以上，姓名或执法证号' });

const paperNo = field('no', 'text', '文号', 'No.', { required: true });

const serviceFields = [
  field('on', 'day', '送达日期', 'Served on', { required: true }),
  field('way', 'code', '送达方式', 'Way', { required: true, codes: codesOf(services) }),
  field('receiver', 'text', '收件人', 'Receiver', { required: true }),
  field('consent', 'flag', '有电子送达同意书', 'Consent to electronic service'),
] as const;

const circumstanceTitles = Object.values(circumstances).map(({ zh }) => zh);

export const caseForms: { readonly [action in CaseAction]?: readonly StepField[] } = {
  approve: [handlersField, field('filingNo', 'text', '立案文号', 'No.', { required: true })],
  decideOnSpot: [
    handlersField,
    paperNo,
    field('warning', 'flag', '警告', 'Warning'),
    field('fineFen', 'money', '罚款', 'Fine'),
    field('mitigation', 'text', '减轻处罚的理由', 'Mitigation', { note: '低于法定幅度时必填' }),
    field('place', 'text', '处罚地点', 'Place', { required: true }),
    field('receiver', 'text', '当场收件人', 'Received by', { required: true }),
    field('heard', 'flag', '已当场告知并听取陈述申辩', 'Told and heard on the spot', { required: true }),
    long('text', '违法事实和证据', 'Facts and evidence'),
  ],
  reportOnSpot: [paperNo],
  officers: [handlersField],
  record: [
    field('kind', 'code', '笔录种类', 'Kind', { required: true, codes: codesOf(records) }),
    field('on', 'day', '日期', 'Day', { required: true }),
    field('place', 'text', '地点', 'Place', { required: true }),
    field('person', 'text', '在场人或被询问人', 'Person', { required: true }),
    long('text', '笔录内容', 'Text'),
  ],
  evidence: [
    field('kind', 'code', '证据种类', 'Kind', { required: true, codes: codesOf(evidence) }),
    field('title', 'text', '证据名称', 'Title', { required: true }),
    field('source', 'text', '来源', 'Source', { required: true }),
    field('collectedOn', 'day', '取得日期', 'Day', { required: true }),
    field('pageCount', 'count', '页数', 'Pages', { unit: '页' }),
  ],
  hold: [
    field('kind', 'code', '措施', 'Kind', { required: true, codes: codesOf(holds) }),
    field('things', 'text', '物品清单', 'Things', { required: true, many: true }),
  ],
  release: [noField, field('outcome', 'text', '处理情况', 'What became of it', { required: true })],
  assist: [field('to', 'text', '协查机关', 'To', { required: true }), long('text', '协查事项', 'Matter')],
  answered: [noField, long('answer', '复函内容', 'Answer')],
  stopClock: [field('kind', 'code', '扣除事由', 'Kind', { required: true, codes: codesOf(exclusions) })],
  extend: [field('days', 'count', '延长天数', 'Days', { unit: '天', note: '不填为最长天数' })],
  extendCollective: [field('days', 'count', '延长天数', 'Days', { unit: '天', note: '不填为最长天数' })],
  correct: [paperNo, long('text', '责令改正的内容', 'What to correct'), field('due', 'day', '改正期限', 'Due', { required: true })],
  report: [
    long('text', '查明的事实和处理建议', 'Facts and proposal'),
    field('lossFen', 'money', '基金损失', 'Loss of the fund'),
    field('circumstances', 'text', '裁量情节', 'Circumstances', { many: true, note: circumstanceTitles.join('、') }),
    ...sanctionFields,
  ],
  review: [
    field('opinion', 'code', '审核意见', 'Opinion', { required: true, codes: { agree: reviews.agree.zh } }),
    long('text', '审核内容', 'Text'),
  ],
  sendBack: [
    field('opinion', 'code', '审核意见', 'Opinion', {
      required: true,
      codes: { change: reviews.change.zh, correct: reviews.correct.zh, continue: reviews.continue.zh, other: reviews.other.zh },
    }),
    long('text', '审核内容', 'Text'),
  ],
  notify: [paperNo, ...sanctionFields],
  serveNotice: [...serviceFields],
  statement: [
    field('on', 'day', '日期', 'Day', { required: true }),
    long('text', '陈述申辩内容', 'Statement'),
    long('answer', '复核意见', 'Answer'),
  ],
  holdHearing: [
    field('noticedOn', 'day', '听证通知日期', 'Told on', { required: true }),
    field('heldOn', 'day', '听证日期', 'Held on', { required: true }),
    long('record', '听证情况', 'Record'),
    long('opinion', '听证意见', 'Opinion'),
  ],
  discuss: [field('members', 'text', '参加人', 'Members', { required: true, many: true }), long('text', '讨论意见', 'Opinion')],
  decide: [paperNo, ...sanctionFields, long('text', '决定理由', 'Reasons')],
  serve: [...serviceFields],
  pay: [
    field('kind', 'code', '种类', 'Kind', { required: true, codes: codesOf(payments) }),
    field('on', 'day', '缴款日期', 'Paid on', { required: true }),
    field('amountFen', 'money', '金额', 'Amount', { required: true }),
    field('voucher', 'text', '凭证号', 'Voucher', { required: true }),
  ],
  instalment: [field('due', 'day', '最后缴纳日期', 'Last day', { required: true })],
  court: [long('text', '申请内容', 'Application')],
  publish: [
    field('on', 'day', '公示日期', 'Published on', { required: true }),
    field('at', 'text', '公示平台', 'Where', { required: true }),
  ],
  close: [long('text', '结案报告', 'Closing report')],
  archive: [field('fileNo', 'text', '案卷号', 'File no.', { required: true })],
  transfer: [
    field('kind', 'code', '移送类别', 'Kind', { required: true, codes: codesOf(transfers) }),
    field('to', 'text', '受移送机关', 'To', { required: true }),
    paperNo,
    field('list', 'text', '移送材料清单', 'What goes', { required: true, many: true }),
  ],
  overturn: [
    field('kind', 'code', '撤销机关', 'By', { required: true, codes: codesOf(overturners) }),
    field('on', 'day', '撤销日期', 'Day', { required: true }),
    paperNo,
    long('text', '撤销的理由', 'Reasons'),
  ],
  measure: [
    field('kind', 'code', '处理方式', 'Kind', { required: true, codes: codesOf(measures) }),
    field('amountFen', 'money', '金额', 'Amount'),
    field('until', 'day', '到期日', 'Until'),
    field('text', 'text', '处理内容', 'Text', { required: true }),
  ],
};
