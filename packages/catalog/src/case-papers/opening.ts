/** Papers of how a case came and was filed. */
import { approval, type Blocks, caseRows, form, law, longDay, money, or, partyRows } from './parts.ts';

export const openingPapers = {
  source: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['案件来源', one.source],
        ['登记日期', longDay(one.openedOn)],
        ...partyRows(one),
        ['基本情况', one.facts],
        ['涉及基金', money(one.lossFen)],
        ['登记人', one.appliedBy],
      ),
      approval('承办机构', '负责人'),
    ],
  }),
  filing: (one) => ({
    number: one.filingNo,
    blocks: [
      form(
        ...caseRows(one),
        ...partyRows(one),
        ['案情摘要', one.facts],
        ['违法行为终了之日', longDay(one.actEndedOn)],
        ['立案依据', `涉嫌违反${law(one.article)}，属本机关管辖，未超过追责期限，符合《医疗保障行政处罚程序暂行规定》第十五条的立案条件。`],
        ['承办人', one.handlers.map(({ name, certificateNo }) => `${name}（执法证号 ${certificateNo}）`).join('、')],
        ['申请人', one.appliedBy],
        ['批准立案', `${longDay(one.filedOn)}　${or(one.filedBy)}`],
      ),
      approval('承办机构', '负责人'),
    ],
  }),
} satisfies Readonly<Record<string, Blocks>>;
