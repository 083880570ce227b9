/** Papers of payment, of urging and of every end. */
import { caseWords, formatYuan, owedFen, paidFen } from '@hengjian/domain';
import {
  approval,
  type Blocks,
  caseRows,
  form,
  handlersSign,
  head,
  longDay,
  money,
  NONE,
  or,
  sanctionText,
  seal,
  sign,
  table,
  text,
  texts,
} from './parts.ts';

export const executionPapers = {
  urging: (one, context) => {
    const owed = owedFen(one, context.takenFen);
    return {
      blocks: [
        { kind: 'address', text: `${one.party.name}：` },
        text(
          `本机关作出的行政处罚决定（${or(one.decision?.no)}）已于 ${longDay(one.service?.on)}送达，缴款期限至 ${longDay(one.payDue)}。现催告你（单位）于 ${longDay(one.urging?.due)}前履行：退回医疗保障基金 ${money(owed.refund)}，缴纳罚款 ${money(owed.fine)}。你（单位）有权陈述和申辩。逾期仍不履行的，本机关将依法申请人民法院强制执行。`,
        ),
        seal(context, one.urging?.on ?? null),
      ],
    };
  },
  court: (one, context) => ({
    blocks: [{ kind: 'address', text: '人民法院：' }, ...texts(one.court?.text ?? ''), seal(context, one.court?.on ?? null)],
  }),
  payments: (one, { takenFen }) => ({
    blocks: [
      form(...caseRows(one), ['应退回基金', money(one.decision?.sanction.refundFen)], ['应缴罚款', money(one.decision?.sanction.fineFen)]),
      table(
        ['序号', '种类', '日期', '金额（元）', '凭证号'],
        [8, 20, 24, 24, 24],
        one.payments.map(({ no, kind, on, amountFen, voucher }) => [
          String(no),
          caseWords.payments[kind].zh,
          longDay(on),
          formatYuan(amountFen),
          voucher,
        ]),
      ),
      text(
        `合计：退回基金 ${money(paidFen(one, 'refund'))}${takenFen > 0 ? `，另在疑点资金台账追回 ${money(takenFen)}` : ''}，罚款 ${money(paidFen(one, 'fine'))}，加处罚款 ${money(paidFen(one, 'lateFee'))}。`,
      ),
    ],
  }),
  transfer: (one, context) => ({
    number: one.transfer?.no ?? null,
    blocks: [
      { kind: 'address', text: `${or(one.transfer?.to)}：` },
      text(`我局在办理${one.title}中发现：${or(one.transfer?.why)}。依照有关规定，现将该案移送你单位处理，处理结果请函告我局。`),
      table(
        ['序号', '移送材料'],
        [10, 90],
        (one.transfer?.list ?? []).map((thing, i) => [String(i + 1), thing]),
      ),
      seal(context, one.transfer?.on ?? null),
      sign('受移送机关签收：　　　　　　　　　年　月　日'),
    ],
  }),
  ending: (one) => ({
    blocks: [
      form(...caseRows(one), ['处理', caseWords.states[one.state].zh], ['日期', longDay(one.closedOn)], ['理由', or(one.ending)]),
      approval('承办机构', '负责人'),
    ],
  }),
  closing: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['立案日期', longDay(one.filedOn)],
        ['决定日期', longDay(one.decidedOn)],
        ['处理决定', one.decision ? sanctionText(one.decision.sanction) : NONE],
        ['执行完毕', longDay(one.executedOn)],
        ['结案日期', longDay(one.closedOn)],
      ),
      head('结案情况'),
      ...texts(one.closingReport ?? ''),
      handlersSign(one),
      approval('承办机构', '负责人'),
    ],
  }),
} satisfies Readonly<Record<string, Blocks>>;
