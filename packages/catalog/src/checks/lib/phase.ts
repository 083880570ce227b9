// Where in the year a form stands: what may be asked of it grows from declaration to report.
import type { DocumentSource, ReadProject } from '@hengjian/domain';

/** Phases of a year in their order, with what each paper is called. */
export const phaseWords = {
  declaration: '申报',
  review: '审核',
  approval: '批复',
  notice: '下达通知',
  monitoring: '监控',
  'self-evaluation': '自评',
  report: '自评报告',
} as const;
export type Phase = keyof typeof phaseWords;

/** Targets of the year, before anything was done: a missing actual or score is no fault. */
export const targetPhases: readonly Phase[] = ['declaration', 'review', 'approval', 'notice'];
/** What was reached is told, scored and explained. */
export const scoredPhases: readonly Phase[] = ['self-evaluation', 'report'];

// A title stands alone in its line.
const title = (pattern: RegExp) => (line: string) => line.length <= 60 && !/[。；;|\t]/.test(line) && pattern.test(line);
const NOTICE = title(/关于(提前)?(下达|拨付|追加|安排|调整下达).*(通知)?$/);
const APPROVAL = title(/关于批复|批复表?$/);
const REVIEW = title(/(绩效目标|目标)(审核|评审)(意见)?(表|书)$/);
const REPORT = title(/(自评|评价|自我评价)(工作)?报告$/);

/** The phase of every form of a document, by the form's kind and the document's titles. */
export function phaseOf(source: DocumentSource): (project: ReadProject) => Phase {
  const opening = source.lines.slice(0, 40).map((line) => line.replace(/ +/g, '').trim());
  const told = (is: (line: string) => boolean) => opening.some(is);
  const declared: Phase = told(NOTICE) ? 'notice' : told(APPROVAL) ? 'approval' : told(REVIEW) ? 'review' : 'declaration';
  const scored: Phase = told(REPORT) ? 'report' : 'self-evaluation';
  return ({ kind, layout }) =>
    kind === 'monitoring' ? 'monitoring' : kind === 'self-evaluation' ? (layout?.endsWith('-report') ? 'report' : scored) : declared;
}
