/** Reviews every claim of a period by every live rule: SQL names the partitions, closures decide, explain and price them. */
import { ruleSchema } from '@hengjian/catalog';
import type { Outcome } from '@hengjian/domain';
import { reachesBeyondPerson } from '@hengjian/language';
import { planChanged, signatureOf } from './changed.ts';
import { compareFindings } from './compare-findings.ts';
import { knowledgeKeys, knowledgeMet, numbered, type Read, readAll, resultsOf, tallyOf } from './judge.ts';
import type {
  Coverage,
  EditionFinding,
  FindingIntake,
  LiveRule,
  Narrowing,
  Period,
  ReviewPorts,
  ReviewRule,
  RuleResult,
  ShadowResult,
  StoredCounts,
} from './ports.ts';

export interface ReviewRequest {
  /** A review of changes may leave either end out: from the first day that was ever reviewed to the last of the lake. */
  period: Partial<Period>;
  /**
   * Only what records or rules that changed since earlier runs can have changed: the same findings as a run over everything, at the
   * price of what is new.
   */
  changed?: boolean;
  /** Only these rules; all live ones when absent. */
  ruleIds?: readonly string[];
  progress?: (done: number, total: number) => void;
}

export interface ReviewReport {
  runId: string;
  period: Period;
  lakeVersion: number;
  lines: number;
  rules: RuleResult[];
  /** Editions in shadow, compared with what is live; nothing of them is said. */
  shadow: ShadowResult[];
  findings: number;
  stored: StoredCounts;
  seconds: number;
}

/** Live editions, and those in shadow beside them, with their numbered points. */
async function planned(
  ports: ReviewPorts,
  request: ReviewRequest,
): Promise<{ rules: ReviewRule[]; shadows: ReviewRule[]; unknown: string[]; lakeVersion: number }> {
  const asked = (all: readonly LiveRule[]) => (request.ruleIds ? all.filter(({ rule }) => request.ruleIds?.includes(rule.id)) : all);
  const [live, shadow] = [await ports.rules.live(), (await ports.rules.shadow?.()) ?? []];
  const known = [...live, ...shadow].map(({ rule }) => rule.id);
  const unknown = (request.ruleIds ?? []).filter((id) => !known.includes(id));
  const [wanted, beside] = [asked(live), ports.shadow ? asked(shadow) : []];
  const { knowledge, lakeVersion } = await knowledgeMet(ports, [...wanted, ...beside]);
  const rules = numbered(wanted, knowledge);
  const shadows = numbered(beside, knowledge, { rule: rules.length, point: rules.reduce((n, { points }) => n + points.length, 0) });
  return { rules, shadows, unknown, lakeVersion };
}

/** Refuses an unknown rule and a period that ends before it begins; everything else is counted. */
export async function runReview(ports: ReviewPorts, request: ReviewRequest): Promise<Outcome<ReviewReport>> {
  const started = performance.now();
  const usual = request.changed ? await changedPeriod(ports) : undefined;
  const { from = usual?.from, to = usual?.to } = request.period;
  if (from === undefined || to === undefined) return { ok: false, issues: [{ code: 'review.noPeriod', severity: 'error', facts: {} }] };
  const period = { from, to };
  if (to < from) return { ok: false, issues: [{ code: 'review.period', severity: 'error', facts: { from, to } }] };
  const { rules, shadows, unknown, ...plan } = await planned(ports, request);
  if (unknown.length > 0)
    return { ok: false, issues: unknown.map((rule) => ({ code: 'review.unknownRule', severity: 'error', facts: { rule } })) };
  const signatures = signaturesOf(rules, await ports.lake.registers(), await ports.knowledge.states(knowledgeKeys(rules)));
  const { parts, standing } = request.changed
    ? await changedParts(ports, rules, shadows, signatures, period)
    : { parts: [{ rules }], standing: [] };
  let runId: string | undefined;
  let lines = 0;
  // an import may come in between: whatever is newer than all that was read is read again by the next run
  let { lakeVersion } = plan;
  const said = saidOf(rules, shadows);
  let intake: FindingIntake | undefined;
  const read: Read = {
    tallies: [],
    say: async (findings) => intake?.add(said.straight(findings)),
  };
  let narrowed: Coverage['narrowed'];
  try {
    // one part after the other: each may use all of the memory
    for (const [i, { rules: own, narrowing }] of parts.entries()) {
      const together = [...own, ...shadowsOf(shadows, rules, own, i === parts.length - 1)];
      const reader = await ports.lake.open(together, period, narrowing, request.changed ? 'grown' : 'anew');
      try {
        lakeVersion = Math.min(lakeVersion, reader.lakeVersion);
        if (runId === undefined) {
          lines = await reader.lines();
          runId = await ports.findings.begin({ period, lakeVersion, lines, changed: request.changed === true });
          intake = await ports.findings.take(runId, rules);
        }
        await readAll(reader, together, { ...request, period }, read);
        if (narrowing) narrowed = { ruleIds: own.map(({ rule }) => rule.id), personNos: await reader.personNos() };
      } finally {
        reader.close();
      }
    }
    const [results, compared] = apart(resultsOf([...read.tallies, ...standing.map(tallyOf)]), said.held, shadows, runId as string);
    const coverage = { period, lakeVersion, signatures, standing: standing.map(({ rule }) => rule.id), ...(narrowed && { narrowed }) };
    await intake?.add(onceEach(said.held.filter((f) => !isAmong(shadows, f))));
    const stored = await (intake as FindingIntake).finish(results, coverage);
    await ports.shadow?.keep({ runId: runId as string, period, narrowed: narrowed !== undefined }, compared);
    const report = {
      runId: runId as string,
      period,
      lakeVersion,
      lines,
      rules: results.map((r) => r.result),
      shadow: compared.map(({ result }) => result),
      findings: results.reduce((n, { result }) => n + result.hit, 0),
      stored,
      seconds: (performance.now() - started) / 1000,
    };
    return { ok: true, value: report, issues: [] };
  } catch (error) {
    // the first fault is the one to be told
    await intake?.abandon().catch(() => {});
    if (runId !== undefined) await ports.findings.fail(runId).catch(() => {});
    throw error;
  }
}

/** Shadow editions that are read with these rules: beside their live edition; one that has none with the last part. */
const shadowsOf = (shadows: readonly ReviewRule[], all: readonly ReviewRule[], own: readonly ReviewRule[], last: boolean): ReviewRule[] =>
  shadows.filter(({ rule }) => {
    const has = (rules: readonly ReviewRule[]) => rules.some((live) => live.rule.id === rule.id);
    return has(own) || (last && !has(all));
  });

const isAmong = (editions: readonly ReviewRule[], { ruleId, edition }: EditionFinding): boolean =>
  editions.some((one) => one.rule.id === ruleId && one.edition === edition);

/** Findings of a rule that several editions judge are held until all is read, to be compared; all others go straight on. */
function saidOf(rules: readonly ReviewRule[], shadows: readonly ReviewRule[]) {
  const ids = [...rules, ...shadows].map(({ rule }) => rule.id);
  const several = new Set(ids.filter((id, i) => ids.indexOf(id) !== i || shadows.some(({ rule }) => rule.id === id)));
  const held: EditionFinding[] = [];
  return {
    held,
    straight: (findings: readonly EditionFinding[]): readonly EditionFinding[] => {
      held.push(...findings.filter((f) => several.has(f.ruleId)));
      return findings.filter((f) => !several.has(f.ruleId));
    },
  };
}

/** A partition that reaches over the day on which a newer edition takes over may be found by both: the newer one says it. */
function onceEach(findings: readonly EditionFinding[]): EditionFinding[] {
  const byId = new Map<string, EditionFinding>();
  for (const f of findings) if (f.edition >= (byId.get(f.findingId)?.edition ?? 0)) byId.set(f.findingId, f);
  return [...byId.values()];
}

/** What is said, and what shadow editions would have said. */
function apart(
  all: readonly (ReviewRule & { result: RuleResult })[],
  held: readonly EditionFinding[],
  shadows: readonly ReviewRule[],
  runId: string,
) {
  const inShadow = ({ rule, edition }: ReviewRule) => shadows.some((s) => s.rule.id === rule.id && s.edition === edition);
  const results = all.filter((one) => !inShadow(one));
  const compared = all.filter(inShadow).map(({ rule, edition, result }) => {
    const of = held.filter((f) => f.ruleId === rule.id);
    const own = of.filter((f) => f.edition === edition);
    const live = of.filter((f) => !isAmong(shadows, f));
    const against = results.filter((r) => r.rule.id === rule.id).at(-1)?.edition ?? null;
    const { marked, change } = compareFindings(live, own);
    return { result: { ...result, runId, against, change }, findings: marked };
  });
  return [results, compared] as const;
}

/** By rule; where two editions of it are live for different dates, both decide what it says. */
function signaturesOf(
  rules: readonly ReviewRule[],
  registers: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, string>,
): Map<string, string> {
  const signatures = new Map<string, string>();
  for (const live of rules) {
    const own = signatureOf(live, registers, states.get(live.rule.code));
    signatures.set(live.rule.id, [signatures.get(live.rule.id), own].filter(Boolean).join('+'));
  }
  return signatures;
}

/** From the first day that was ever reviewed (else the first of the lake) to the last, or the last on which anything was settled. */
export async function changedPeriod(ports: Pick<ReviewPorts, 'lake' | 'findings'>): Promise<Period> {
  const marks = await ports.findings.marks();
  const range = (await ports.lake.range()) ?? { from: 0, to: 0 };
  if (marks.length === 0) return range;
  return { from: Math.min(...marks.map((mark) => mark.from)), to: Math.max(range.to, ...marks.map((mark) => mark.to)) };
}

/** Rules that are read together, over all people or some. */
interface Part {
  rules: readonly ReviewRule[];
  narrowing?: Narrowing;
}

async function changedParts(
  ports: ReviewPorts,
  rules: readonly ReviewRule[],
  shadows: readonly ReviewRule[],
  signatures: ReadonlyMap<string, string>,
  period: Period,
): Promise<{ parts: Part[]; standing: readonly ReviewRule[] }> {
  const marks = await ports.findings.marks();
  const versions = [...new Set(marks.map((mark) => mark.lakeVersion))];
  const asItWas = new Set<number>();
  for (const version of versions) if (!(await ports.lake.changedSince(version))) asItWas.add(version);
  const { whole, narrowed, standing, narrowing } = planChanged(
    rules,
    signatures,
    marks,
    period,
    ({ rule }) => reachesBeyondPerson(rule, ruleSchema),
    // an edition in shadow is compared in every run
    ({ rule }, version) => asItWas.has(version) && !shadows.some((shadow) => shadow.rule.id === rule.id),
  );
  const parts: Part[] = [];
  if (narrowing) parts.push({ rules: narrowed, narrowing });
  if (whole.length > 0 || !narrowing) parts.push({ rules: whole });
  return { parts, standing };
}
