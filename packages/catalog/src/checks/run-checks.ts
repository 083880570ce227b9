import type { CheckFinding, DocumentSource, Language, ReadDocument } from '@hengjian/domain';
import { checkSentences } from '@hengjian/domain/messages/checks.ts';
import type { Check } from './check-type.ts';
import { viewOf } from './lib/view.ts';

/**
 * Runs the checks over one reading. Findings come in the order of the document (its most telling line, then code). Equal findings (code,
 * lines, sentence) are one. Pure: the same reading gives the same findings.
 */
export function runChecks(
  checks: Readonly<Record<string, Check>>,
  document: ReadDocument,
  source: DocumentSource,
  language: Language = 'zh',
): CheckFinding[] {
  const view = viewOf(document, source);
  const findings = new Map<string, CheckFinding>();
  for (const check of Object.values(checks))
    for (const hit of check.find(view)) {
      const say = checkSentences[hit.sentence][language] as (facts: Record<string, unknown>) => string;
      const finding: CheckFinding = {
        code: check.code,
        severity: hit.severity ?? check.severity,
        lines: hit.lines,
        message: say(hit.facts),
        facts: hit.facts,
      };
      const key = `${finding.code} ${finding.lines.join(',')} ${finding.message}`;
      if (!findings.has(key)) findings.set(key, finding);
    }
  const first = (finding: CheckFinding) => finding.lines[0] ?? 0;
  return [...findings.values()].sort((a, b) => first(a) - first(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
