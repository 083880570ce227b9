/** Runs the cases of a rule on both readers and says, in words, what does not hold. An edition leaves *draft* only when nothing is said. */
import { ruleSchema } from '@hengjian/catalog';
import { formatYuan, type Issue, parseYuan } from '@hengjian/domain';
import { type CompiledRule, compileRule, type RuleTree } from '@hengjian/language';
import { type FindingDraft, findingOf } from '../review/finding.ts';
import { byClosures, type CaseEngine, type CaseReading } from './case-reading.ts';
import { type CaseFile, pointsOf, type RuleCase, worldOf } from './cases.ts';

export interface CaseResult {
  readonly name: string;
  readonly kind: RuleCase['kind'];
  readonly passed: boolean;
  /** What does not hold; empty where the case passes. */
  readonly issues: readonly Issue[];
  /** What the closure reader said. */
  readonly counts: { readonly hit: number; readonly clear: number; readonly notEvaluated: number } | null;
  /** Sentences of the findings, in Chinese. */
  readonly says: readonly string[];
}

type Shown = { lines: string[]; encounters: string[]; settlements: string[]; amount: string; related: string[]; says: string };

const issue = (code: string, facts: Record<string, unknown>): Issue => ({ code, severity: 'error', facts });
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

function shownOf(finding: FindingDraft): Shown {
  const own = finding.records.filter((r) => r.role === 'inQuestion');
  return {
    lines: own.flatMap((r) => (r.lineNo === null ? [] : [r.lineNo])).sort(),
    encounters: sorted(own.map((r) => r.encounterNo)),
    settlements: sorted(own.flatMap((r) => r.settlementNo?.split(';') ?? [])),
    amount: formatYuan(finding.amountFen),
    related: finding.records
      .filter((r) => r.role === 'related')
      .map((r) => r.lineNo ?? r.encounterNo)
      .sort(),
    says: finding.explanation.zh,
  };
}

type Wanted = NonNullable<RuleCase['expect']['hits']>[number];

/** Only what the case speaks of is compared. */
function fits(shown: Shown, wanted: Wanted): boolean {
  const same = (name: 'lines' | 'encounters' | 'settlements' | 'related') =>
    wanted[name] === undefined || JSON.stringify(wanted[name]?.map(String).sort()) === JSON.stringify(shown[name]);
  const amount = wanted.amount === undefined ? undefined : parseYuan(String(wanted.amount));
  return (
    same('lines') &&
    same('encounters') &&
    same('settlements') &&
    same('related') &&
    (wanted.amount === undefined || (amount !== undefined && formatYuan(amount) === shown.amount))
  );
}

/** Each expected hit takes one finding of its own; what is left on either side is said. */
function compareHits(shown: readonly Shown[], wanted: readonly Wanted[]): Issue[] {
  const left = [...shown];
  const issues: Issue[] = [];
  // the most particular first, so that a vague one does not take its finding
  for (const one of [...wanted].sort((a, b) => Object.keys(b).length - Object.keys(a).length)) {
    const at = left.findIndex((finding) => fits(finding, one));
    if (at < 0) issues.push(issue('rule.case.missing', { expected: JSON.stringify(one) }));
    else left.splice(at, 1);
  }
  return [
    ...issues,
    ...left.map(({ says, ...rest }) => issue('rule.case.unexpected', { says, found: JSON.stringify(rest) })),
    ...shown.flatMap(({ says }) => (/未知|[{}[\]]/.test(says) ? [issue('rule.case.says', { says })] : [])),
  ];
}

function compareReaders(closures: CaseReading, sql: CaseReading | undefined, compiled: CompiledRule): Issue[] {
  const essence = (reading: CaseReading) => ({
    hit: reading.hit,
    notEvaluated: reading.notEvaluated,
    clear: reading.clear,
    findings: reading.answers
      .filter((a) => a.answer === 'hit')
      .map((a) => findingOf(compiled, a))
      .map((f) => [
        f.findingId,
        f.amountFen,
        f.fundFen,
        f.explanation.zh,
        f.records.map((r) => `${r.role} ${r.encounterNo}:${r.lineNo} ${r.amountFen}`).sort(),
      ])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  });
  if (sql && JSON.stringify(essence(closures)) === JSON.stringify(essence(sql))) return [];
  const counts = (r: CaseReading | undefined) => (r ? `${r.hit.length}/${r.clear}/${r.notEvaluated.length}` : '—');
  return [issue('rule.case.readersDiffer', { closures: counts(closures), sql: counts(sql) })];
}

async function runCase(compiled: CompiledRule, file: CaseFile, one: RuleCase, engine: CaseEngine): Promise<Omit<CaseResult, 'passed'>> {
  const head = { name: one.name, kind: one.kind };
  try {
    const world = worldOf(one);
    const points = pointsOf(compiled.rule, file, one);
    const closures = byClosures(compiled, points, world);
    const [sql] = await engine.read([{ rule: compiled.rule, points }], world);
    const shown = closures.answers.filter((a) => a.answer === 'hit').map((a) => shownOf(findingOf(compiled, a)));
    const counts = { hit: closures.hit.length, clear: closures.clear, notEvaluated: closures.notEvaluated.length };
    const wanted = { notEvaluated: one.expect.notEvaluated ?? 0, ...(one.expect.clear !== undefined && { clear: one.expect.clear }) };
    const issues = [
      ...compareHits(shown, one.expect.hits ?? []),
      ...Object.entries(wanted).flatMap(([answer, expected]) =>
        counts[answer as 'clear'] === expected ? [] : [issue('rule.case.count', { answer, expected, found: counts[answer as 'clear'] })],
      ),
      ...compareReaders(closures, sql, compiled),
    ];
    return { ...head, issues, counts, says: shown.map((s) => s.says) };
  } catch (error) {
    // A case that an officer wrote wrongly (a date that is none, an encounter that nobody declared) must not end the others.
    return {
      ...head,
      issues: [issue('rule.case.broken', { reason: error instanceof Error ? error.message : String(error) })],
      counts: null,
      says: [],
    };
  }
}

/** Every case on both readers. The tree must have passed `checkRule`. */
export async function runCases(rule: RuleTree, file: CaseFile, engine: CaseEngine): Promise<CaseResult[]> {
  const compiled = compileRule(rule, ruleSchema);
  const results: CaseResult[] = [];
  for (const one of file.cases) {
    const result = await runCase(compiled, file, one, engine);
    results.push({ ...result, passed: result.issues.length === 0 });
  }
  return results;
}
