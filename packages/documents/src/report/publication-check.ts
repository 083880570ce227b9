// Before a report is made public it is read back as anybody would read it, and what must not be published is named.
import { checks, runChecks } from '@hengjian/catalog';
import type { CheckFinding, Language, Outcome } from '@hengjian/domain';
import { gridOf, readDocument } from '../read-document.ts';
import { sourceOf } from '../reading/source.ts';

/** 个人信息、空白模板、前后不一、加总不平: what a published report is answerable for. How good the targets are is another question. */
const PUBLIC = [
  'personal-data',
  'html-rest',
  'template-text',
  'sum-parts',
  'amount-two-values',
  'same-indicator-two-values',
  'score-sum',
  'score-fit',
  'grade-fit',
  'year-conflict',
  'unit-conflict',
  'reason-missing',
] as const satisfies readonly (keyof typeof checks)[];
/** Two forms may each mean their own part of an indicator; within one form nothing explains two values. */
const speaks = ({ code, severity }: CheckFinding): boolean => code !== 'SAME_INDICATOR_TWO_VALUES' || severity === 'error';
const publicChecks = Object.fromEntries(PUBLIC.map((id) => [id, checks[id]]));

/**
 * What stands against publishing the file; empty where nothing does. A text without any form is looked through for what needs no form;
 * a file that cannot be read at all is a refusal, never a clean one.
 */
export async function publicationCheck(bytes: Uint8Array, file: string, language: Language = 'zh'): Promise<Outcome<CheckFinding[]>> {
  const found = (value: CheckFinding[]): Outcome<CheckFinding[]> => ({ ok: true, value, issues: [] });
  const reading = await readDocument(bytes, file, language);
  if (reading.ok) return found(runChecks(publicChecks, reading.value.document, reading.value.source, language).filter(speaks));
  const grid = await gridOf(bytes, file);
  if (!grid.ok) return grid;
  const totals = { totalWan: null, basicWan: null, projectWan: null };
  const empty = { file, org: null, year: null, kind: 'self-evaluation' as const, totals, projects: [], warnings: [] };
  return found(runChecks(publicChecks, empty, sourceOf(grid.value), language));
}
