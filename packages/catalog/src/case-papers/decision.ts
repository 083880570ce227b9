/** The decision and how it reached the party. */
import { caseWords, formatYuan } from '@hengjian/domain';
import {
  approval,
  type Blocks,
  caseRows,
  causeText,
  discretionTexts,
  form,
  handlersSign,
  law,
  longDay,
  mitigationTexts,
  or,
  partyRows,
  sanctionText,
  seal,
  serviceBlocks,
  sign,
  table,
  text,
  texts,
} from './parts.ts';

export const decisionPapers = {
  decision: (one, context) => ({
    number: one.decision?.no ?? null,
    blocks: [
      form(...partyRows(one)),
      text(`经查，${one.report?.text ?? one.facts}`),
      ...(one.lossFen === null
        ? []
        : [
            text(
              `造成医疗保障基金损失 ${formatYuan(one.lossFen)} 元。以上事实有${one.evidence.map(({ title }) => `《${title}》`).join('、')}等证据证明。`,
            ),
          ]),
      text(
        `${longDay(one.notice?.service?.on)}，本机关向当事人送达了事先告知书${one.notice?.no ? `（${one.notice.no}）` : ''}。${one.hearing?.heldOn ? `应当事人申请，于 ${longDay(one.hearing.heldOn)}举行听证。` : ''}${one.statements.length > 0 ? '当事人提出了陈述、申辩，本机关已复核。' : '当事人在规定期限内未提出陈述、申辩。'}`,
      ),
      ...texts(one.decision?.text ?? ''),
      ...discretionTexts(context, one),
      ...mitigationTexts(one.decision?.sanction),
      text(
        `当事人的行为属于${causeText(one)}。依据${law(one.article)}的规定，决定如下：${one.decision ? sanctionText(one.decision.sanction) : ''}`,
      ),
      text(
        '当事人应当自收到本决定书之日起十五日内缴清罚款；到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。退回的医疗保障基金缴入原基金财政专户。',
      ),
      text(
        '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者六个月内依法提起行政诉讼。复议、诉讼期间本决定不停止执行，法律另有规定的除外。',
      ),
      seal(context, one.decision?.on ?? null),
    ],
  }),
  onSpotDecision: (one, context) => ({
    number: one.decision?.no ?? null,
    blocks: [
      form(...partyRows(one)),
      text(`经查，${one.decision?.text ?? one.facts}`),
      text(
        `当事人的行为属于${causeText(one)}，违反${law(one.article)}的规定。执法人员已当场出示执法证件，告知当事人违法事实、处罚理由和依据以及依法享有的陈述、申辩权利，并听取了当事人意见。`,
      ),
      ...mitigationTexts(one.decision?.sanction),
      text(
        `依照《中华人民共和国行政处罚法》第五十一条、第五十二条的规定，${longDay(one.decision?.on)}在${or(one.records[0]?.place)}当场决定如下：${one.decision ? sanctionText(one.decision.sanction) : ''}${one.payDue === null ? '' : `罚款于 ${longDay(one.payDue)}前缴纳；到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`}`,
      ),
      text(
        `如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者六个月内依法提起行政诉讼。本决定书当场交付${or(one.service?.receiver)}。`,
      ),
      sign('当事人签名或盖章：　　　　　　　年　月　日', ...handlersSign(one).lines.slice(0, -1)),
      seal(context, one.decision?.on ?? null),
    ],
  }),
  onSpotReport: (one) => ({
    number: one.onSpotReport?.no ?? null,
    blocks: [
      form(
        ...caseRows(one),
        ...partyRows(one),
        ['决定书文号', or(one.decision?.no)],
        ['决定日期', longDay(one.decidedOn)],
        ['处罚内容', one.decision ? sanctionText(one.decision.sanction) : ''],
        ['备案日期', longDay(one.onSpotReport?.on)],
        ['备案人', or(one.onSpotReport?.by)],
      ),
      approval('承办机构', '负责人'),
    ],
  }),
  decisionService: (one) => ({ blocks: serviceBlocks(one, '行政处罚决定书', one.decision?.no ?? null, one.service) }),
  correction: (one, context) => ({
    number: one.correction?.no ?? null,
    blocks: [
      { kind: 'address', text: `${one.party.name}：` },
      text(`请于 ${longDay(one.correction?.due)}前改正下列行为，并将改正情况书面报告本机关：`),
      ...texts(one.correction?.text ?? ''),
      seal(context, one.correction?.on ?? null),
    ],
  }),
  publication: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['决定书文号', or(one.decision?.no)],
        ['公示日期', longDay(one.publishedOn)],
        ['公示平台', or(one.publishedAt)],
      ),
    ],
  }),
  measures: (one) => ({
    blocks: [
      form(...caseRows(one)),
      table(
        ['序号', '方式', '日期', '金额（元）', '内容', '经办人'],
        [7, 14, 18, 16, 33, 12],
        one.measures.map(({ no, kind, on, amountFen, text: said, by }) => [
          String(no),
          caseWords.measures[kind].zh,
          longDay(on),
          amountFen === null ? '' : formatYuan(amountFen),
          said,
          by,
        ]),
      ),
    ],
  }),
} satisfies Readonly<Record<string, Blocks>>;
