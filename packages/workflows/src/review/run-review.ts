/** Reviews every claim of a period by every live rule: SQL names the partitions, closures decide, explain and price them. */
import { ruleSchema } from '@hengjian/catalog';
import type { Outcome } from '@hengjian/domain';
import {
  type CompiledRule,
  compileRule,
  decidePartitions,
  type Member,
  type PartitionAnswer,
  reachesBeyondPerson,
} from '@hengjian/language';
import { planChanged, signatureOf } from './changed.ts';
import { findingOf } from './finding.ts';
import { peerAnswers } from './peer-reading.ts';
import type {
  Coverage,
  EditionFinding,
  Narrowing,
  Period,
  ReviewPorts,
  ReviewReader,
  ReviewRule,
  RuleReading,
  RuleResult,
  StoredCounts,
} from './ports.ts';
import { pointsOfRule } from './rule-points.ts';

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
  findings: number;
  stored: StoredCounts;
  seconds: number;
}

interface Tally {
  live: ReviewRule;
  compiled: CompiledRule;
  points: Map<number, ReviewRule['points'][number]>;
  partitions: number;
  hit: number;
  notEvaluated: number;
  exempted: { [exemption: string]: number };
  /** Partitions that SQL counted in the period although the finding is reported in another. */
  elsewhere: number;
  amountFen: number;
  seconds: number;
}

/** Rules beside their numbered points. */
async function planned(ports: ReviewPorts, request: ReviewRequest): Promise<{ rules: ReviewRule[]; unknown: string[] }> {
  const all = await ports.rules.live();
  const wanted = request.ruleIds ? all.filter(({ rule }) => request.ruleIds?.includes(rule.id)) : all;
  const unknown = (request.ruleIds ?? []).filter((id) => !all.some(({ rule }) => rule.id === id));
  const knowledge = await ports.knowledge.points(wanted.filter(({ rule }) => rule.knowledge).map(({ rule }) => rule.code));
  let next = 0;
  const rules = wanted.map((live, index): ReviewRule => {
    const points = pointsOfRule(live, knowledge.get(live.rule.code) ?? [], next);
    next += points.length;
    return { ...live, index, points };
  });
  return { rules, unknown };
}

/** Refuses an unknown rule and a period that ends before it begins; everything else is counted. */
export async function runReview(ports: ReviewPorts, request: ReviewRequest): Promise<Outcome<ReviewReport>> {
  const started = performance.now();
  const usual = request.changed ? await changedPeriod(ports) : undefined;
  const { from = usual?.from, to = usual?.to } = request.period;
  if (from === undefined || to === undefined) return { ok: false, issues: [{ code: 'review.noPeriod', severity: 'error', facts: {} }] };
  const period = { from, to };
  if (to < from) return { ok: false, issues: [{ code: 'review.period', severity: 'error', facts: { from, to } }] };
  const { rules, unknown } = await planned(ports, request);
  if (unknown.length > 0)
    return { ok: false, issues: unknown.map((rule) => ({ code: 'review.unknownRule', severity: 'error', facts: { rule } })) };
  const signatures = signaturesOf(rules);
  const parts = request.changed ? await changedParts(ports, rules, signatures, period) : [{ rules }];
  let runId: string | undefined;
  let lines = 0;
  let lakeVersion = 0;
  const read: Read = { tallies: [], findings: [] };
  let narrowed: Coverage['narrowed'];
  try {
    // one part after the other: each may use all of the memory
    for (const { rules: own, narrowing } of parts) {
      const reader = await ports.lake.open(own, period, narrowing);
      try {
        lakeVersion = reader.lakeVersion;
        if (runId === undefined) {
          lines = await reader.lines();
          runId = await ports.findings.begin({ period, lakeVersion, lines, changed: request.changed === true });
        }
        await readAll(reader, own, { ...request, period }, read);
        if (narrowing) narrowed = { ruleIds: own.map(({ rule }) => rule.id), personNos: await reader.personNos() };
      } finally {
        reader.close();
      }
    }
    const results = read.tallies.map((tally) => ({ ...tally.live, result: resultOf(tally) }));
    const coverage = { period, lakeVersion, signatures, ...(narrowed && { narrowed }) };
    const stored = await ports.findings.finish(runId as string, results, read.findings, coverage);
    const report = {
      runId: runId as string,
      period,
      lakeVersion,
      lines,
      rules: results.map((r) => r.result),
      findings: read.findings.length,
      stored,
      seconds: (performance.now() - started) / 1000,
    };
    return { ok: true, value: report, issues: [] };
  } catch (error) {
    if (runId !== undefined) await ports.findings.fail(runId).catch(() => {}); // the first fault is the one to be told
    throw error;
  }
}

/** By rule; where two editions of it are live for different dates, both decide what it says. */
function signaturesOf(rules: readonly ReviewRule[]): Map<string, string> {
  const signatures = new Map<string, string>();
  for (const live of rules) signatures.set(live.rule.id, [signatures.get(live.rule.id), signatureOf(live)].filter(Boolean).join('+'));
  return signatures;
}

interface Read {
  tallies: Tally[];
  findings: EditionFinding[];
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
  signatures: ReadonlyMap<string, string>,
  period: Period,
): Promise<Part[]> {
  const { whole, narrowed, narrowing } = planChanged(rules, signatures, await ports.findings.marks(), period, ({ rule }) =>
    reachesBeyondPerson(rule, ruleSchema),
  );
  const parts: Part[] = [];
  if (whole.length > 0 || !narrowing) parts.push({ rules: whole });
  if (narrowing) parts.push({ rules: narrowed, narrowing });
  return parts;
}

/** While closures work on one bucket, the lake already reads the next ones. */
async function readAll(
  reader: ReviewReader,
  rules: readonly ReviewRule[],
  request: ReviewRequest & { period: Period },
  into: Read,
): Promise<void> {
  const { findings } = into;
  const tallies = rules.map(
    (live): Tally => ({
      live,
      compiled: compileRule(live.rule, ruleSchema),
      points: new Map(live.points.map((p) => [p.index, p])),
      partitions: 0,
      hit: 0,
      notEvaluated: 0,
      exempted: {},
      elsewhere: 0,
      amountFen: 0,
      seconds: 0,
    }),
  );
  into.tallies.push(...tallies);
  const ahead: ReturnType<ReviewReader['readBucket']>[] = [];
  const read = (bucket: number) => {
    if (bucket >= reader.buckets) return;
    const reading = reader.readBucket(bucket);
    reading.catch(() => {}); // awaited when its turn comes; a fault must not count as unhandled meanwhile
    ahead[bucket] = reading;
  };
  for (let bucket = 0; bucket < reader.parallel; bucket++) read(bucket);
  for (let bucket = 0; bucket < reader.buckets; bucket++) {
    const readings = await (ahead[bucket] as (typeof ahead)[number]);
    delete ahead[bucket];
    read(bucket + reader.parallel);
    for (const tally of tallies) {
      const reading = readings.get(tally.live.index);
      if (reading) decideBucket(tally, reading, request.period, findings);
    }
    request.progress?.(bucket + 1, reader.buckets);
  }
  const byIndex = new Map(tallies.map((tally) => [tally.live.index, tally]));
  for await (const readings of reader.readWhole())
    for (const [index, reading] of readings) decideBucket(byIndex.get(index) as Tally, reading, request.period, findings);
}

function decideBucket(tally: Tally, reading: RuleReading, period: Period, findings: EditionFinding[]): void {
  const start = performance.now();
  const within = (day: number) => period.from <= day && day <= period.to;
  tally.partitions += reading.partitions;
  for (const [id, n] of Object.entries(reading.exempted)) tally.exempted[id] = (tally.exempted[id] ?? 0) + n;
  for (const answer of answersOf(tally, reading)) {
    if (answer.answer === 'clear') continue;
    const counted = within(lastDay(answer));
    if (answer.answer === 'notEvaluated') {
      if (counted) tally.notEvaluated += 1;
      continue;
    }
    const finding = findingOf(tally.compiled, answer);
    if (within(finding.periodDay)) {
      findings.push({ ...finding, edition: tally.live.edition });
      tally.hit += 1;
      tally.amountFen += finding.amountFen;
      if (finding.exemptedBy) tally.exempted[finding.exemptedBy] = (tally.exempted[finding.exemptedBy] ?? 0) + 1;
      if (!counted) tally.elsewhere -= 1;
    } else if (counted) tally.elsewhere += 1;
  }
  tally.seconds += reading.seconds + (performance.now() - start) / 1000;
}

/** Closures decide; of a comparison with peers SQL has decided. */
const answersOf = (tally: Tally, reading: RuleReading): PartitionAnswer[] =>
  tally.compiled.rule.shape.kind === 'peer'
    ? peerAnswers(tally.compiled, reading.peers ?? [], (index) => pointOf(tally, index))
    : decidePartitions(tally.compiled, membersOf(tally, reading), reading.rights);

function pointOf(tally: Tally, index: number): ReviewRule['points'][number] {
  const found = tally.points.get(index);
  if (!found) throw new Error(`${tally.live.rule.id}: no knowledge row ${index}`);
  return found;
}

const lastDay = (answer: PartitionAnswer): number =>
  answer.peer?.lastDay ?? Math.max(...answer.members.map((m) => Number(m.context.record.settledDay)));

function membersOf(tally: Tally, reading: RuleReading): Member[] {
  return reading.members.flatMap(({ record, point }) => {
    const found = pointOf(tally, point);
    const context = { record, point: found, ...('k_listed' in record && { listed: record.k_listed as boolean }) };
    const scope = tally.compiled.scope(context) as boolean | null;
    return scope === false ? [] : [{ context, scope }];
  });
}

const resultOf = (t: Tally): RuleResult => ({
  ruleId: t.live.rule.id,
  ruleCode: t.live.rule.code,
  title: t.live.rule.title.zh,
  edition: t.live.edition,
  partitions: t.partitions - t.elsewhere,
  hit: t.hit,
  clear: t.partitions - t.elsewhere - t.hit - t.notEvaluated,
  notEvaluated: t.notEvaluated,
  exempted: t.exempted,
  amountFen: t.amountFen,
  seconds: t.seconds,
});
