/** What editions say of a period: SQL names the partitions, closures decide, explain and price them. Nothing is stored here. */
import { ruleSchema } from '@hengjian/catalog';
import { type CompiledRule, compileRule, decidePartitions, type Member, type PartitionAnswer, type Point } from '@hengjian/language';
import { findingOf } from './finding.ts';
import { peerAnswers } from './peer-reading.ts';
import type {
  EditionFinding,
  KnowledgePoints,
  LiveRule,
  Period,
  ReviewLake,
  ReviewReader,
  ReviewRule,
  RuleReading,
  RuleResult,
} from './ports.ts';
import { pointsOfRule } from './rule-points.ts';

export interface Tally {
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

/** Editions beside their numbered points. `first`: numbers that are taken already. */
export function numbered(
  editions: readonly LiveRule[],
  knowledge: ReadonlyMap<string, readonly Omit<Point, 'index'>[]>,
  first: { readonly rule: number; readonly point: number } = { rule: 0, point: 0 },
): ReviewRule[] {
  let next = first.point;
  return editions.map((live, i): ReviewRule => {
    const points = pointsOfRule(live, knowledge.get(live.rule.code) ?? [], next);
    next += points.length;
    return { ...live, index: first.rule + i, points };
  });
}

/** Keys of the knowledge that these editions read. */
export const knowledgeKeys = (editions: readonly LiveRule[]): string[] => [
  ...new Set(editions.filter(({ rule }) => rule.knowledge).map(({ rule }) => rule.code)),
];

/**
 * The knowledge of these editions, as far as any record of the lake can meet it: a table of millions of pairs speaks mostly of items that
 * nobody was ever charged for. `lakeVersion`: of the lake that was asked.
 */
export async function knowledgeMet(ports: { knowledge: KnowledgePoints; lake: ReviewLake }, editions: readonly LiveRule[]) {
  const keys = knowledgeKeys(editions);
  const byPrefix = new Set(editions.filter(({ rule }) => rule.knowledge?.by === 'prefix').map(({ rule }) => rule.code));
  const { lakeVersion, codes } = await ports.lake.items();
  const all = await ports.knowledge.points(keys.filter((key) => byPrefix.has(key)));
  const met = await ports.knowledge.points(
    keys.filter((key) => !byPrefix.has(key)),
    codes,
  );
  return { knowledge: new Map([...all, ...met]), lakeVersion };
}

export interface Judged {
  readonly results: readonly (ReviewRule & { readonly result: RuleResult })[];
  readonly findings: readonly EditionFinding[];
  readonly lines: number;
  readonly lakeVersion: number;
}

/** All of these editions over the whole of a period, in one scan. */
export async function judgeEditions(
  lake: ReviewLake,
  rules: readonly ReviewRule[],
  period: Period,
  progress?: (done: number, total: number) => void,
): Promise<Judged> {
  const reader = await lake.open(rules, period);
  try {
    const lines = await reader.lines();
    const findings: EditionFinding[] = [];
    const read: Read = { tallies: [], say: (found) => void findings.push(...found) };
    await readAll(reader, rules, { period, ...(progress && { progress }) }, read);
    return { results: resultsOf(read.tallies), findings, lines, lakeVersion: reader.lakeVersion };
  } finally {
    reader.close();
  }
}

/** An edition of which nothing was read yet. */
export const tallyOf = (live: ReviewRule): Tally => ({
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
});

/** Editions beside what they came to. */
export const resultsOf = (tallies: readonly Tally[]): (ReviewRule & { result: RuleResult })[] =>
  tallies.map((tally) => ({ ...tally.live, result: resultOf(tally) }));

export interface Read {
  readonly tallies: Tally[];
  /** Takes what a pass has found; nobody else keeps it. */
  say(findings: readonly EditionFinding[]): Promise<void> | void;
}

/** While closures work on one bucket, the lake already reads the next ones, and after the last what lies beyond one person. */
export async function readAll(
  reader: ReviewReader,
  rules: readonly ReviewRule[],
  request: { readonly period: Period; readonly progress?: (done: number, total: number) => void },
  into: Read,
): Promise<void> {
  const tallies = rules.map(tallyOf);
  into.tallies.push(...tallies);
  const ahead: ReturnType<ReviewReader['readBucket']>[] = [];
  const read = (bucket: number) => {
    if (bucket >= reader.buckets) return;
    const reading = reader.readBucket(bucket);
    reading.catch(() => {}); // awaited when its turn comes; a fault must not count as unhandled meanwhile
    ahead[bucket] = reading;
  };
  const whole = reader.readWhole()[Symbol.asyncIterator]();
  let first: ReturnType<typeof whole.next> | undefined;
  const beginWhole = () => {
    first ??= whole.next();
    first.catch(() => {});
    return first;
  };
  for (let bucket = 0; bucket < reader.parallel; bucket++) read(bucket);
  try {
    for (let bucket = 0; bucket < reader.buckets; bucket++) {
      const readings = await (ahead[bucket] as (typeof ahead)[number]);
      delete ahead[bucket];
      read(bucket + reader.parallel);
      if (bucket + reader.parallel >= reader.buckets) Promise.all(ahead).then(beginWhole, () => {});
      const findings: EditionFinding[] = [];
      for (const tally of tallies) {
        const reading = readings.get(tally.live.index);
        if (!reading) continue;
        decideBucket(tally, reading, request.period, findings);
        await othersTurn();
      }
      await into.say(findings);
      request.progress?.(bucket + 1, reader.buckets);
    }
    const byIndex = new Map(tallies.map((tally) => [tally.live.index, tally]));
    for (let one = await beginWhole(); !one.done; one = await whole.next()) {
      const findings: EditionFinding[] = [];
      for (const [index, reading] of one.value) decideBucket(byIndex.get(index) as Tally, reading, request.period, findings);
      await into.say(findings);
    }
  } finally {
    // also one that was begun and is not asked any more
    await whole.return?.();
  }
}

/** Whoever reads beside may go on to its next statement. */
const othersTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

function decideBucket(tally: Tally, reading: RuleReading, period: Period, findings: EditionFinding[]): void {
  const start = performance.now();
  const within = (day: number) => period.from <= day && day <= period.to;
  tally.partitions += reading.partitions;
  for (const [id, n] of Object.entries(reading.exempted)) tally.exempted[id] = (tally.exempted[id] ?? 0) + n;
  for (const answer of decideReading(tally.compiled, tally.points, reading)) {
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

/** What was read of a rule, decided by closures; of a comparison with peers SQL has decided. */
export function decideReading(
  compiled: CompiledRule,
  points: ReadonlyMap<number, Point>,
  reading: Pick<RuleReading, 'members' | 'rights' | 'peers'>,
): PartitionAnswer[] {
  const pointOf = (index: number): Point => {
    const found = points.get(index);
    if (!found) throw new Error(`${compiled.rule.id}: no knowledge row ${index}`);
    return found;
  };
  if (compiled.rule.shape.kind === 'peer') return peerAnswers(compiled, reading.peers ?? [], pointOf);
  const members = reading.members.flatMap(({ record, point }): Member[] => {
    const context = { record, point: pointOf(point), ...('k_listed' in record && { listed: record.k_listed as boolean }) };
    const scope = compiled.scope(context) as boolean | null;
    return scope === false ? [] : [{ context, scope }];
  });
  return decidePartitions(compiled, members, reading.rights);
}

const lastDay = (answer: PartitionAnswer): number =>
  answer.peer?.lastDay ?? Math.max(...answer.members.map((m) => Number(m.context.record.settledDay)));

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
