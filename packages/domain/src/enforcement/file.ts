/**
 * The case file (案卷): which papers belong in it, in which order, when each is due, and which must be there signed (order and least
 * content as in 医保办发〔2020〕35号 and 行政处罚程序暂行规定 第五十六、五十七条). What a paper says stands in catalog/case-papers.
 */
import { type EnforcementCase, isSummary } from './case.ts';

/** How a paper comes into the file: written from the data (and signed), or only as a scan. */
export type PaperMaking = 'written' | 'scan';

export interface PaperKind {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly making: PaperMaking;
  /** The file is not complete without it. */
  readonly due: (one: EnforcementCase) => boolean;
  /** The data are there, so that it can be written. */
  readonly ready: (one: EnforcementCase) => boolean;
  /** A signed scan belongs with it: by the party, the officers or who approves. */
  readonly signed: boolean;
}

const filed = (one: EnforcementCase) => one.filedOn !== null;
const summary = (one: EnforcementCase) => isSummary(one) && one.decision !== null;
const punished = (one: EnforcementCase) => one.decision !== null && !isSummary(one);
const never = () => false;
const always = () => true;

const paper = (
  id: string,
  zh: string,
  en: string,
  due: PaperKind['due'],
  { making = 'written', signed = false, ready = due }: Partial<Pick<PaperKind, 'making' | 'signed' | 'ready'>> = {},
): PaperKind => ({ id, zh, en, making, due, ready, signed });

// biome-ignore format: a table
export const paperKinds = [
  paper('source', '案件来源登记表', 'Source of the case', always),
  paper('filing', '立案审批表', 'Filing', filed, { signed: true }),
  paper('certificates', '执法人员证件复印件', 'Certificates of the officers', (one) => filed(one) || summary(one), { making: 'scan' }),
  paper('scene', '现场笔录', 'Record of the scene', (one) => one.records.some(({ kind }) => kind === 'scene'), { signed: true }),
  paper('inquiry', '询问笔录', 'Record of inquiries', (one) => one.records.some(({ kind }) => kind === 'inquiry'), { signed: true }),
  paper('hold', '登记保存（封存）决定书及清单', 'Holding of things', (one) => one.holds.length > 0, { signed: true }),
  paper('assistance', '协助调查函', 'Letters of assistance', (one) => one.assistance.length > 0),
  paper('evidence', '证据清单', 'List of evidence', punished, { ready: (one) => one.evidence.length > 0 }),
  paper('evidenceScans', '证据材料', 'Evidence', punished, { making: 'scan' }),
  paper('clock', '期限扣除、中止、延长审批表', 'Clock of the case', (one) => one.exclusions.length + one.suspensions.length + one.extensions.length > 0),
  paper('report', '调查终结报告', 'Report of the investigation', punished, { ready: (one) => one.report !== null, signed: true }),
  paper('review', '法制审核意见书', 'Legal review', punished, { ready: (one) => one.reviews.length > 0, signed: true }),
  paper('notice', '行政处罚事先告知书', 'Announcement', (one) => punished(one) && one.decision?.sanction.outcome === 'punish', { ready: (one) => one.notice !== null }),
  paper('noticeService', '事先告知书送达回证', 'Service of the announcement', (one) => punished(one) && one.decision?.sanction.outcome === 'punish', { ready: (one) => one.notice?.service != null, signed: true }),
  paper('hearingNotice', '听证告知书', 'Right to a hearing', (one) => one.notice?.hearing === true && punished(one), { ready: (one) => one.notice?.hearing === true }),
  paper('statement', '陈述申辩笔录及复核意见', 'Statement of the party', (one) => one.statements.length > 0 || one.waivedOn !== null, { signed: true }),
  paper('hearing', '听证笔录和听证报告', 'Hearing', (one) => one.hearing?.heldOn != null, { signed: true }),
  paper('discussion', '集体讨论记录', 'Discussion', (one) => one.discussion !== null, { signed: true }),
  paper('decision', '行政处罚决定书', 'Decision', punished),
  paper('decisionService', '决定书送达回证', 'Service of the decision', (one) => one.service !== null && !isSummary(one), { signed: true }),
  paper('onSpotDecision', '当场行政处罚决定书', 'Decision on the spot', summary, { signed: true }),
  paper('onSpotReport', '当场处罚备案表', 'Report of a punishment on the spot', summary, { ready: (one) => summary(one) && Boolean(one.onSpotReport) }),
  paper('correction', '责令改正通知书', 'Order to correct', (one) => one.correction !== null),
  paper('urging', '催告书', 'Urging', (one) => one.urging !== null),
  paper('court', '强制执行申请书', 'Application to the court', (one) => one.court !== null),
  paper('payments', '缴款情况表', 'Payments', (one) => one.payments.length > 0),
  paper('vouchers', '缴款凭证', 'Vouchers', (one) => one.payments.length > 0, { making: 'scan' }),
  paper('publication', '行政处罚公示记录', 'Publication', (one) => one.outcome === 'punish' && one.state !== 'terminated', { ready: (one) => one.publishedOn !== null }),
  paper('measures', '协议处理记录', 'Agreement measures', (one) => one.measures.length > 0),
  paper('transfer', '案件移送书及移送材料清单', 'Transfer', (one) => one.transfer !== null, { signed: true }),
  paper('ending', '撤案、终止审批表', 'Ending', (one) => one.state === 'withdrawn' || one.state === 'terminated' || (one.state === 'archived' && one.closingReport === null && one.transfer === null && !one.overturned), { signed: true }),
  paper('overturning', '复议决定书、裁判文书', 'Reconsideration or judgement', (one) => Boolean(one.overturned), { making: 'scan' }),
  paper('closing', '结案报告', 'Closing report', (one) => one.closingReport !== null || one.state === 'executed', { ready: (one) => one.closingReport !== null, signed: true }),
  paper('other', '其他材料', 'Other', never, { making: 'scan' }),
] as const satisfies readonly PaperKind[];
export type PaperId = (typeof paperKinds)[number]['id'];
export const paperOf = (id: string): PaperKind | undefined => paperKinds.find((one) => one.id === id);

/** A paper of a file as it stands. */
export interface PaperStanding {
  readonly kind: PaperKind;
  readonly due: boolean;
  readonly ready: boolean;
  readonly scans: number;
  /** What is missing: the data, the scan, the signature. */
  readonly lacks: 'data' | 'scan' | 'signature' | null;
}

/** Papers that are due or there, in the order of the file. `scans`: how many of each kind are attached. */
export function fileStanding(one: EnforcementCase, scans: ReadonlyMap<string, number>): PaperStanding[] {
  return paperKinds.flatMap((kind: PaperKind) => {
    const count = scans.get(kind.id) ?? 0;
    const due = kind.due(one);
    const ready = kind.making === 'written' && kind.ready(one);
    if (!due && !ready && count === 0) return [];
    let lacks: PaperStanding['lacks'] = null;
    if (due && kind.making === 'written' && !ready) lacks = 'data';
    else if (due && kind.making === 'scan' && count === 0) lacks = 'scan';
    else if (due && kind.signed && count === 0) lacks = 'signature';
    return [{ kind, due, ready, scans: count, lacks }];
  });
}
/** Titles of what a file lacks. */
export const missingPapers = (one: EnforcementCase, scans: ReadonlyMap<string, number>): string[] =>
  fileStanding(one, scans).flatMap(({ kind, lacks }) =>
    lacks === null ? [] : [lacks === 'signature' ? `${kind.zh}（签字扫描件）` : kind.zh],
  );
