// Which form a part of a document is written in.
import type { DocumentKind, ReadDocument, ReadProject } from '@hengjian/domain';
import type { FormContent, FormMoney } from './content.ts';
import { monitoring, selfEvaluation } from './evaluation-forms.ts';
import type { FormSheet } from './sheet.ts';
import { overallTargets, projectTargets, regionalTargets } from './target-forms.ts';

const builders: Record<DocumentKind, (content: FormContent, project: ReadProject) => FormSheet> = {
  overall: overallTargets,
  project: projectTargets,
  'regional-transfer': regionalTargets,
  'self-evaluation': selfEvaluation,
  monitoring,
};

export interface FormWishes {
  /** Written as this kind instead of the kind it is. */
  as?: DocumentKind;
  /** Money by the project's place in the document. */
  money?: readonly FormMoney[];
  monthTo?: number;
}

/** One form a project, in the order of the document. */
export function formSheets(document: Pick<ReadDocument, 'org' | 'year' | 'totals' | 'projects'>, wishes: FormWishes = {}): FormSheet[] {
  const { org, year, totals, projects } = document;
  return projects.map((project, index) => {
    const money = wishes.money?.[index];
    const content: FormContent = { org, year, totals, ...(money ? { money } : {}), ...(wishes.monthTo ? { monthTo: wishes.monthTo } : {}) };
    const kind = wishes.as ?? project.kind;
    return builders[kind](content, project);
  });
}
