/**
 * What the papers of a case file say: our own templates after the national guide (医保办发〔2020〕35号), written from the case's data.
 * Which of them belong in a file, and in which order, stands in domain/enforcement/file.ts.
 */
import { type EnforcementCase, type PaperId, paperOf } from '@hengjian/domain';
import { decisionPapers } from './decision.ts';
import { executionPapers } from './execution.ts';
import { hearingPapers } from './hearing.ts';
import { investigationPapers } from './investigation.ts';
import { openingPapers } from './opening.ts';
import type { CasePaper } from './paper.ts';
import type { Blocks, PaperContext } from './parts.ts';

const casePapers: Readonly<Partial<Record<PaperId, Blocks>>> = {
  ...openingPapers,
  ...investigationPapers,
  ...hearingPapers,
  ...decisionPapers,
  ...executionPapers,
};

/** The paper as it stands; undefined where it comes as a scan only, or its data are not there yet. */
export function casePaper(id: string, one: EnforcementCase, context: PaperContext): CasePaper | undefined {
  const kind = paperOf(id);
  const written = casePapers[id as PaperId];
  if (!kind || !written || !kind.ready(one)) return undefined;
  const { number = null, blocks } = written(one, context);
  return { id, title: kind.zh, number, blocks };
}
