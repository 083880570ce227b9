/**
 * What the papers of a case file say: our own templates after the national guide (医保办发〔2020〕35号), written from the case's data.
 * Which of them belong in a file, and in which order, stands in domain/enforcement/file.ts.
 */
import {
  type CaseClock,
  calendarDate,
  caseWords,
  causeOf,
  circumstances,
  type Day,
  type DiscretionProposal,
  type EnforcementCase,
  formatYuan,
  owedFen,
  type PaperId,
  paidFen,
  paperOf,
  type Sanction,
  type Service,
} from '@hengjian/domain';
import type { CasePaper, PaperBlock } from './paper.ts';

export interface PaperContext {
  /** Name of the bureau that acts. */
  readonly bureau: string;
  readonly today: Day;
  readonly clock: CaseClock;
  /** What the table of discretion proposes. */
  readonly discretion: DiscretionProposal | undefined;
  readonly takenFen: number;
}

const NONE = '／';
const or = (text: string | null | undefined): string => text || NONE;
/** 2026年3月2日. */
export const longDay = (day: Day | null | undefined): string => {
  if (day === null || day === undefined) return '　　年　月　日';
  const { year, month, date } = calendarDate(day);
  return `${year}年${month}月${date}日`;
};
const money = (fen: number | null | undefined): string => (fen === null || fen === undefined ? NONE : `${formatYuan(fen)} 元`);
const text = (value: string): PaperBlock => ({ kind: 'text', text: value });
const texts = (value: string): PaperBlock[] => value.split(/\n+/).filter(Boolean).map(text);
const head = (value: string): PaperBlock => ({ kind: 'head', text: value });
const form = (...rows: (readonly [string, string])[]): PaperBlock => ({ kind: 'form', rows });
const table = (heads: string[], widths: number[], rows: string[][]): PaperBlock => ({ kind: 'table', heads, widths, rows });
const sign = (...lines: string[]): PaperBlock => ({ kind: 'sign', lines });
const handlersSign = (one: EnforcementCase) =>
  sign(
    ...one.handlers.map(({ name, certificateNo }) => `执法人员：${name}（执法证号 ${certificateNo}）　签名：　　　　　　　`),
    '年　　月　　日',
  );
const approval = (...who: string[]): PaperBlock =>
  sign(...who.map((name) => `${name}意见：　　　　　　　　签名：　　　　　　　年　月　日`));
const seal = ({ bureau }: PaperContext, day: Day | null): PaperBlock => ({ kind: 'seal', lines: [`${bureau}（印章）`, longDay(day)] });

const causeText = (one: EnforcementCase) => causeOf(one.causeCode)?.zh ?? one.causeCode;
const law = (article: string): string =>
  /^\d+$/.test(article)
    ? `《医疗保障基金使用监督管理条例》第${chinese(Number(article))}条`
    : article.startsWith('社会保险法')
      ? '《中华人民共和国社会保险法》第八十八条'
      : article.startsWith('社会救助')
        ? '《社会救助暂行办法》第六十八条'
        : '有关法律法规';
const digits = '零一二三四五六七八九';
const chinese = (n: number): string =>
  n < 10 ? (digits[n] as string) : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;

const partyRows = ({ party }: EnforcementCase): (readonly [string, string])[] => [
  ['当事人', party.name],
  [party.kind === 'person' ? '身份证件号码' : '统一社会信用代码', or(party.licence)],
  ...(party.kind === 'person' ? [] : [['法定代表人或主要负责人', or(party.head)] as const]),
  ['地址', or(party.address)],
  ['联系电话', or(party.telephone)],
  ...(party.no ? [['医保编码', party.no] as const] : []),
];
const caseRows = (one: EnforcementCase): (readonly [string, string])[] => [
  ['案件编号', one.matterId],
  ['案件名称', one.title],
  ['案由', causeText(one)],
];

/** What a sanction orders, sentence by sentence. */
export function sanctionLines(sanction: Sanction): string[] {
  if (sanction.outcome === 'notEstablished') return ['违法事实不能成立，不予行政处罚'];
  const lines = [
    ...(sanction.refundFen > 0 ? [`责令退回造成损失的医疗保障基金 ${formatYuan(sanction.refundFen)} 元`] : []),
    ...(sanction.fineFen > 0 ? [`处罚款 ${formatYuan(sanction.fineFen)} 元`] : []),
    ...(sanction.suspendMonths > 0 ? [`暂停相关责任部门涉及医疗保障基金使用的医药服务（联网结算）${sanction.suspendMonths} 个月`] : []),
    ...(sanction.other ? [sanction.other] : []),
  ];
  return sanction.outcome === 'noPunishment' ? ['不予行政处罚', ...lines] : lines;
}
const sanctionText = (sanction: Sanction): string =>
  sanctionLines(sanction)
    .map((line, i, all) => (all.length > 1 ? `${i + 1}. ${line}` : line))
    .join('；')
    .concat('。');

const evidenceRows = (one: EnforcementCase): string[][] =>
  one.evidence.map(({ no, kind, title, source, collectedOn, pageCount }) => [
    String(no),
    caseWords.evidence[kind].zh,
    title,
    source,
    longDay(collectedOn),
    pageCount === null ? '' : String(pageCount),
  ]);
const evidenceTable = (one: EnforcementCase) =>
  table(['序号', '种类', '名称', '来源', '取得日期', '页数'], [6, 14, 34, 22, 16, 8], evidenceRows(one));

function discretionTexts({ discretion }: PaperContext, one: EnforcementCase): PaperBlock[] {
  if (!discretion) return [];
  const named = one.circumstances.map((code) => circumstances[code].zh).join('、');
  const range = `${formatYuan(discretion.lowFen)} 元至 ${formatYuan(discretion.highFen)} 元`;
  return [
    text(
      `裁量：${named ? `当事人具有${named}的情节` : '当事人没有从轻、从重情节'}，${discretion.mixed ? '从轻与从重情节并存，综合考虑，' : ''}适用“${caseWords.grades[discretion.grade].zh}”档，罚款幅度为 ${range}（${discretion.rule.source}）。`,
    ),
  ];
}

const serviceBlocks = (one: EnforcementCase, paper: string, number: string | null, service: Service | null): PaperBlock[] => [
  form(
    ['案件名称', one.title],
    ['送达文书', `${paper}${number ? `（${number}）` : ''}`],
    ['受送达人', one.party.name],
    ['送达地点', or(one.party.address)],
    ['送达方式', service ? caseWords.services[service.way].zh : NONE],
    ['送达日期', longDay(service?.on)],
    ['收件人', or(service?.receiver)],
    ...(service?.way === 'electronic' ? [['电子送达同意书', service.consent ? '已签署，附卷' : '无'] as const] : []),
    ['备注', ''],
  ),
  sign('收件人签名或盖章：　　　　　　　　　　　年　月　日', '送达人签名：　　　　　　　　　　　　　年　月　日'),
];

type Blocks = (one: EnforcementCase, context: PaperContext) => { number?: string | null; blocks: PaperBlock[] };

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

export const casePapers: Readonly<Partial<Record<PaperId, Blocks>>> = {
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
  review: (one) => ({
    blocks: one.reviews.flatMap(({ on, by, opinion, text: said }) => [
      form(
        ...caseRows(one),
        ['送审机构承办人', one.handlers.map(({ name }) => name).join('、')],
        ['审核人', by],
        ['审核日期', longDay(on)],
        ['审核意见', caseWords.reviews[opinion as 'agree']?.zh ?? opinion],
        ['审核内容', said],
      ),
      text('审核了管辖、当事人、事实和证据、定性和依据、程序、裁量。审核人员没有参与本案调查。'),
      sign('审核人签名：　　　　　　　年　月　日', '法制审核机构负责人签名：　　　　　　　年　月　日'),
    ]),
  }),
  notice: (one, context) => ({
    number: one.notice?.no ?? null,
    blocks: [
      { kind: 'address', text: `${one.party.name}：` },
      text(`经查，你（单位）${one.report?.text ?? one.facts}`),
      text(
        `上述行为属于${causeText(one)}，违反${law(one.article)}的规定，有${one.evidence.map(({ title }) => title).join('、')}等证据证明。`,
      ),
      ...discretionTexts(context, one),
      text(`本机关拟作出如下处理：${one.notice ? sanctionText(one.notice.sanction) : ''}`),
      text(
        `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）可以在收到本告知书之日起${one.notice?.statementDue ? `（至 ${longDay(one.notice.statementDue)}）` : '规定期限内'}向本机关陈述、申辩；逾期未提出的，视为放弃。本机关不因陈述、申辩加重处罚。`,
      ),
      ...(one.notice?.hearing ? [text('根据《中华人民共和国行政处罚法》第六十三条的规定，你（单位）有权在上述期限内申请听证。')] : []),
      seal(context, one.notice?.on ?? null),
    ],
  }),
  noticeService: (one) => ({ blocks: serviceBlocks(one, '行政处罚事先告知书', one.notice?.no ?? null, one.notice?.service ?? null) }),
  hearingNotice: (one, context) => ({
    blocks: [
      { kind: 'address', text: `${one.party.name}：` },
      text(
        `本机关拟对你（单位）作出的处罚达到听证标准。你（单位）有权自收到告知书之日起申请听证${one.notice?.statementDue ? `，期限至 ${longDay(one.notice.statementDue)}` : ''}。逾期不申请的，视为放弃听证。`,
      ),
      text('听证由非本案调查人员主持，你（单位）可以亲自参加，也可以委托一至二人代理。'),
      seal(context, one.notice?.on ?? null),
    ],
  }),
  statement: (one) => ({
    blocks: [
      form(...caseRows(one), ['当事人', one.party.name]),
      ...one.statements.flatMap((said) => [
        head(`${longDay(said.on)}陈述申辩`),
        ...texts(said.text),
        head('复核意见'),
        ...texts(said.answer),
      ]),
      ...(one.waivedOn === null ? [] : [text(`当事人于 ${longDay(one.waivedOn)} 表示放弃陈述、申辩。`)]),
      sign('当事人签名或盖章：　　　　　　　年　月　日'),
      handlersSign(one),
    ],
  }),
  hearing: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['申请日期', longDay(one.hearing?.askedOn)],
        ['通知日期', longDay(one.hearing?.noticedOn)],
        ['听证日期', longDay(one.hearing?.heldOn)],
        ['主持人', or(one.hearing?.host)],
      ),
      head('听证笔录'),
      ...texts(one.hearing?.record ?? ''),
      head('听证意见'),
      ...texts(one.hearing?.opinion ?? ''),
      sign('当事人或代理人签名：　　　　　　　年　月　日', '主持人签名：　　　　　　　年　月　日'),
    ],
  }),
  discussion: (one) => ({
    blocks: [
      form(
        ...caseRows(one),
        ['讨论日期', longDay(one.discussion?.on)],
        ['参加人', one.discussion?.members.join('、') ?? ''],
        ['拟处理意见', one.notice ? sanctionText(one.notice.sanction) : ''],
      ),
      head('讨论意见'),
      ...texts(one.discussion?.text ?? ''),
      sign(...(one.discussion?.members ?? []).map((name) => `${name}　签名：　　　　　　　`)),
    ],
  }),
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
};

/** The paper as it stands; undefined where it comes as a scan only, or its data are not there yet. */
export function casePaper(id: string, one: EnforcementCase, context: PaperContext): CasePaper | undefined {
  const kind = paperOf(id);
  const written = casePapers[id as PaperId];
  if (!kind || !written || !kind.ready(one)) return undefined;
  const { number = null, blocks } = written(one, context);
  return { id, title: kind.zh, number, blocks };
}
