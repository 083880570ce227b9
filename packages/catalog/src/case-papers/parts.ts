/** What papers are made of: labels, tables, lines to sign, and the sentences that several papers share. */
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
  type Sanction,
  type Service,
} from '@hengjian/domain';
import type { PaperBlock } from './paper.ts';

export interface PaperContext {
  /** Name of the bureau that acts. */
  readonly bureau: string;
  readonly today: Day;
  readonly clock: CaseClock;
  /** What the table of discretion proposes. */
  readonly discretion: DiscretionProposal | undefined;
  readonly takenFen: number;
}

export const NONE = '／';
export const or = (text: string | null | undefined): string => text || NONE;
/** 2026年3月2日. */
export const longDay = (day: Day | null | undefined): string => {
  if (day === null || day === undefined) return '　　年　月　日';
  const { year, month, date } = calendarDate(day);
  return `${year}年${month}月${date}日`;
};
export const money = (fen: number | null | undefined): string => (fen === null || fen === undefined ? NONE : `${formatYuan(fen)} 元`);
export const text = (value: string): PaperBlock => ({ kind: 'text', text: value });
export const texts = (value: string): PaperBlock[] => value.split(/\n+/).filter(Boolean).map(text);
export const head = (value: string): PaperBlock => ({ kind: 'head', text: value });
export const form = (...rows: (readonly [string, string])[]): PaperBlock => ({ kind: 'form', rows });
export const table = (heads: string[], widths: number[], rows: string[][]): PaperBlock => ({ kind: 'table', heads, widths, rows });
export const sign = (...lines: string[]) => ({ kind: 'sign', lines }) as const satisfies PaperBlock;
export const handlersSign = (one: EnforcementCase) =>
  sign(
    ...one.handlers.map(({ name, certificateNo }) => `执法人员：${name}（执法证号 ${certificateNo}）　签名：　　　　　　　`),
    '年　　月　　日',
  );
export const approval = (...who: string[]): PaperBlock =>
  sign(...who.map((name) => `${name}意见：　　　　　　　　签名：　　　　　　　年　月　日`));
export const seal = ({ bureau }: PaperContext, day: Day | null): PaperBlock => ({
  kind: 'seal',
  lines: [`${bureau}（印章）`, longDay(day)],
});

export const causeText = (one: EnforcementCase) => causeOf(one.causeCode)?.zh ?? one.causeCode;
export const law = (article: string): string =>
  /^\d+$/.test(article)
    ? `《医疗保障基金使用监督管理条例》第${chinese(Number(article))}条`
    : article.startsWith('社会保险法')
      ? '《中华人民共和国社会保险法》第八十八条'
      : article.startsWith('社会救助')
        ? '《社会救助暂行办法》第六十八条'
        : '有关法律法规';
export const digits = '零一二三四五六七八九';
export const chinese = (n: number): string =>
  n < 10 ? (digits[n] as string) : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;

export const partyRows = ({ party }: EnforcementCase): (readonly [string, string])[] => [
  ['当事人', party.name],
  [party.kind === 'person' ? '身份证件号码' : '统一社会信用代码', or(party.licence)],
  ...(party.kind === 'person' ? [] : [['法定代表人或主要负责人', or(party.head)] as const]),
  ['地址', or(party.address)],
  ['联系电话', or(party.telephone)],
  ...(party.no ? [['医保编码', party.no] as const] : []),
];
export const caseRows = (one: EnforcementCase): (readonly [string, string])[] => [
  ['案件编号', one.matterId],
  ['案件名称', one.title],
  ['案由', causeText(one)],
];

/** What a sanction orders, sentence by sentence. */
function sanctionLines(sanction: Sanction): string[] {
  if (sanction.outcome === 'notEstablished') return ['违法事实不能成立，不予行政处罚'];
  const lines = [
    ...(sanction.refundFen > 0 ? [`责令退回造成损失的医疗保障基金 ${formatYuan(sanction.refundFen)} 元`] : []),
    ...(sanction.fineFen > 0 ? [`处罚款 ${formatYuan(sanction.fineFen)} 元`] : []),
    ...(sanction.suspendMonths > 0 ? [`暂停相关责任部门涉及医疗保障基金使用的医药服务（联网结算）${sanction.suspendMonths} 个月`] : []),
    ...(sanction.other ? [sanction.other] : []),
  ];
  return sanction.outcome === 'noPunishment' ? ['不予行政处罚', ...lines] : lines;
}
export const sanctionText = (sanction: Sanction): string =>
  sanctionLines(sanction)
    .map((line, i, all) => (all.length > 1 ? `${i + 1}. ${line}` : line))
    .join('；')
    .concat('。');

/** Below what the law begins with only for a reason, which the decision tells. */
export const mitigationTexts = (sanction: Sanction | undefined): PaperBlock[] =>
  sanction?.mitigation ? [text(`减轻处罚的理由：${sanction.mitigation.replace(/[。；]+$/, '')}。`)] : [];

const evidenceRows = (one: EnforcementCase): string[][] =>
  one.evidence.map(({ no, kind, title, source, collectedOn, pageCount }) => [
    String(no),
    caseWords.evidence[kind].zh,
    title,
    source,
    longDay(collectedOn),
    pageCount === null ? '' : String(pageCount),
  ]);
export const evidenceTable = (one: EnforcementCase) =>
  table(['序号', '种类', '名称', '来源', '取得日期', '页数'], [6, 14, 34, 22, 16, 8], evidenceRows(one));

export function discretionTexts({ discretion }: PaperContext, one: EnforcementCase): PaperBlock[] {
  if (!discretion) return [];
  const named = one.circumstances.map((code) => circumstances[code].zh).join('、');
  const range = `${formatYuan(discretion.lowFen)} 元至 ${formatYuan(discretion.highFen)} 元`;
  return [
    text(
      `裁量：${named ? `当事人具有${named}的情节` : '当事人没有从轻、从重情节'}，${discretion.mixed ? '从轻与从重情节并存，综合考虑，' : ''}适用“${caseWords.grades[discretion.grade].zh}”档，罚款幅度为 ${range}（${discretion.rule.source}）。`,
    ),
  ];
}

export const serviceBlocks = (one: EnforcementCase, paper: string, number: string | null, service: Service | null): PaperBlock[] => [
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

export type Blocks = (one: EnforcementCase, context: PaperContext) => { number?: string | null; blocks: PaperBlock[] };
