import type { CheckFinding, DocumentSource, Language, ReadDocument, TargetsInForce } from '@hengjian/domain';
import { suggestionSentences } from '@hengjian/domain/messages/check-suggestions.ts';
import { checkSentences } from '@hengjian/domain/messages/checks.ts';
import type { Check, Hit } from './check-type.ts';
import { isExplained } from './lib/explained.ts';
import type { Phase } from './lib/phase.ts';
import { type DocumentView, viewOf } from './lib/view.ts';

type Say = (facts: Record<string, unknown>) => string;

/** The view with only the forms of these phases. */
const within = (view: DocumentView, phases: readonly Phase[]): DocumentView => {
  const projects = view.projects.filter(({ phase }) => phases.includes(phase));
  return { ...view, projects, rows: projects.flatMap(({ rows }) => rows) };
};

const findingOf = (check: Check, hit: Hit, language: Language): CheckFinding => ({
  code: check.code,
  severity: hit.severity ?? check.severity,
  lines: hit.lines,
  message: (checkSentences[hit.sentence][language] as Say)(hit.facts),
  facts: hit.facts,
  suggestions: (hit.mends ?? []).map(({ sentence, facts, ...mend }) => ({
    ...mend,
    message: (suggestionSentences[sentence][language] as Say)(facts),
  })),
});

/**
 * Runs the checks over one reading, each on the forms of its phases; what a remark or a note explains is left out. Findings come in the
 * order of the document (its most telling line, then code). Equal findings (code, lines, sentence) are one. Pure: the same reading
 * gives the same findings. `targets`: of the document's year and body, where later forms are to be held against them.
 */
export function runChecks(
  checks: Readonly<Record<string, Check>>,
  document: ReadDocument,
  source: DocumentSource,
  language: Language = 'zh',
  targets: TargetsInForce | null = null,
): CheckFinding[] {
  const view = viewOf(document, source, targets);
  const findings = new Map<string, CheckFinding>();
  for (const check of Object.values(checks))
    for (const hit of check.find(check.phases ? within(view, check.phases) : view)) {
      if (check.explainedBy && isExplained(view, hit, check.explainedBy)) continue;
      const finding = findingOf(check, hit, language);
      const key = `${finding.code} ${finding.lines.join(',')} ${finding.message}`;
      if (!findings.has(key)) findings.set(key, finding);
    }
  const first = (finding: CheckFinding) => finding.lines[0] ?? 0;
  return [...findings.values()].sort((a, b) => first(a) - first(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
