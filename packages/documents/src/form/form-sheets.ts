// Which form a part of a document is written in.
import type { DocumentKind, ReadDocument, ReadProject } from '@hengjian/domain';
import type { FormContent, FormMoney } from './content.ts';
import { monitoring, selfEvaluation } from './evaluation-forms.ts';
import { gradedTargets, sectionedEvaluation, termTargets } from './regional-forms.ts';
import { fitsReport, overallReport, projectReport } from './report-forms.ts';
import type { FormSheet } from './sheet.ts';
import { overallTargets, projectTargets, regionalTargets } from './target-forms.ts';
import { fitsTransfer, transferEvaluation } from './transfer-evaluation.ts';

const builders: Record<DocumentKind, (content: FormContent, project: ReadProject) => FormSheet> = {
  overall: overallTargets,
  project: projectTargets,
  'regional-transfer': regionalTargets,
  'self-evaluation': selfEvaluation,
  monitoring,
};

/** Layouts with a form of their own, where what is written fits it without loss. */
const layouts: Record<
  string,
  { build: (content: FormContent, project: ReadProject) => FormSheet; fits?: (project: ReadProject) => boolean }
> = {
  'term-targets': {
    build: termTargets,
    fits: ({ longTerm, indicators }) => longTerm !== undefined && indicators.every(({ weight }) => weight === null),
  },
  'graded-targets': { build: gradedTargets, fits: ({ indicators }) => indicators.every(({ weight }) => weight === null) },
  'sectioned-self-evaluation': { build: sectionedEvaluation, fits: ({ indicators }) => indicators.every(({ remark }) => !remark) },
  'transfer-self-evaluation': { build: transferEvaluation, fits: fitsTransfer },
  'overall-self-evaluation-report': { build: overallReport, fits: fitsReport },
  'project-self-evaluation-report': { build: projectReport, fits: fitsReport },
};

const builderOf = (project: ReadProject, as: DocumentKind | undefined) => {
  const own = as === undefined || as === project.kind ? layouts[project.layout ?? ''] : undefined;
  return own && (own.fits?.(project) ?? true) ? own.build : builders[as ?? project.kind];
};

export interface FormWishes {
  /** Written as this kind instead of the kind it is. */
  as?: DocumentKind;
  /** Money by the project's place in the document. */
  money?: readonly FormMoney[];
  monthTo?: number;
}

/** One form a project, in the order of the document; in the layout it was read in, where that has a form of its own. */
export function formSheets(document: Pick<ReadDocument, 'org' | 'year' | 'totals' | 'projects'>, wishes: FormWishes = {}): FormSheet[] {
  const { org, year, totals, projects } = document;
  return projects.map((project, index) => {
    const money = wishes.money?.[index];
    const content: FormContent = { org, year, totals, ...(money ? { money } : {}), ...(wishes.monthTo ? { monthTo: wishes.monthTo } : {}) };
    return builderOf(project, wishes.as)(content, project);
  });
}
