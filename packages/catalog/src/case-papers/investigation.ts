/** Papers of the investigation, up to its report. */
import { caseWords, formatYuan } from '@hengjian/domain';
import {
  approval,
  type Blocks,
  caseRows,
  causeText,
  discretionTexts,
  evidenceTable,
  form,
  handlersSign,
  head,
  law,
  longDay,
  NONE,
  or,
  partyRows,
  sanctionText,
  seal,
  sign,
  table,
  text,
  texts,
} from './parts.ts';

const records =
  (kind: 'scene' | 'inquiry'): Blocks =>
  (one) => ({
    blocks: one.records
      .filter((record) => record.kind === kind)
      .flatMap((record) => [
        form(
          ['案由', causeText(one)],
          ['时间', longDay(record.on)],
          ['地点', record.place],
          [kind === 'scene' ? '在场人' : '被询问人', record.person],
          ['执法人员', one.handlers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('、')],
          ['记录人', record.by],
        ),
        text(
          kind === 'scene'
            ? '执法人员出示执法证件，告知当事人依法享有的权利和承担的义务。现场情况如下：'
            : '执法人员出示执法证件，告知被询问人如实回答询问的义务和申请回避的权利。询问情况如下：',
        ),
        ...texts(record.text),
        sign(`${kind === 'scene' ? '当事人或在场人' : '被询问人'}（以上记录已核对无误）签名：　　　　　　　年　月　日`),
        handlersSign(one),
      ]),
  });

export const investigationPapers = {
  scene: records('scene'),
  inquiry: records('inquiry'),
  hold: (one, context) => ({
    blocks: one.holds.flatMap((hold) => [
      { kind: 'address', text: `${one.party.name}：` } as const,
      text(
        `因调查${causeText(one)}一案需要，依法对下列物品采取${caseWords.holds[hold.kind].zh}措施，期限至 ${longDay(hold.due)}。保存、封存期间任何人不得损毁、销毁或者转移。`,
      ),
      table(
        ['序号', '物品名称'],
        [10, 90],
        hold.things.map((thing, i) => [String(i + 1), thing]),
      ),
      ...(hold.endedOn === null ? [] : [text(`已于 ${longDay(hold.endedOn)} 解除：${or(hold.outcome)}。`)]),
      sign('当事人签名或盖章：　　　　　　　　年　月　日'),
      handlersSign(one),
      seal(context, hold.on),
    ]),
  }),
  assistance: (one, context) => ({
    blocks: one.assistance.flatMap((letter) => [
      { kind: 'address', text: `${letter.to}：` } as const,
      text(`我局正在办理${one.title}，因办案需要，请协助调查下列事项，并于 ${longDay(letter.due)}前书面函复：`),
      ...texts(letter.text),
      ...(letter.answer === null ? [] : [text(`复函（${longDay(letter.answeredOn)}）：${letter.answer}`)]),
      seal(context, letter.on),
    ]),
  }),
  evidence: (one) => ({ blocks: [form(...caseRows(one)), evidenceTable(one), handlersSign(one)] }),
  clock: (one, { clock }) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['立案日期', longDay(one.filedOn)],
        ['办案期限', `${clock.allowed} 天，已扣除 ${clock.excluded} 天，至 ${longDay(clock.due)}`],
      ),
      table(
        ['事项', '起', '止', '事由'],
        [20, 20, 20, 40],
        [
          ...one.exclusions.map(({ kind, from, to, why }) => [
            `扣除：${caseWords.exclusions[kind].zh}`,
            longDay(from),
            to === null ? '尚未恢复' : longDay(to),
            why,
          ]),
          ...one.suspensions.map(({ from, to, why }) => ['中止', longDay(from), to === null ? '尚未恢复' : longDay(to), why]),
          ...one.extensions.map(({ kind, on, days, why }) => [
            kind === 'head' ? '负责人批准延长' : '集体讨论再延长',
            longDay(on),
            `${days} 天`,
            why,
          ]),
        ],
      ),
      approval('承办机构', '负责人'),
    ],
  }),
  report: (one, context) => ({
    blocks: [
      form(...caseRows(one), ...partyRows(one)),
      head('一、案件来源和调查经过'),
      text(`${one.source}。${longDay(one.filedOn)}经批准立案，由${one.handlers.map(({ name }) => name).join('、')}承办调查。`),
      head('二、查明的事实'),
      ...texts(one.report?.text ?? ''),
      ...(one.lossFen === null ? [] : [text(`造成医疗保障基金损失 ${formatYuan(one.lossFen)} 元。`)]),
      head('三、证据'),
      evidenceTable(one),
      head('四、案件性质和法律依据'),
      text(`当事人的行为属于${causeText(one)}，违反${law(one.article)}的规定。`),
      head('五、自由裁量'),
      ...discretionTexts(context, one),
      head('六、处理建议'),
      text(one.report ? sanctionText(one.report.proposal) : NONE),
      ...(one.report?.proposal.mitigation ? [text(`减轻处罚的理由：${one.report.proposal.mitigation}。`)] : []),
      handlersSign(one),
      approval('承办机构', '负责人'),
    ],
  }),
} satisfies Readonly<Record<string, Blocks>>;
