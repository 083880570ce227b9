// The lake as a review reads it: one snapshot, bucket by bucket, within a memory limit.
import path from 'node:path';
import { ruleSchema } from '@hengjian/catalog';
import { referenceTables } from '@hengjian/domain';
import { reachesBeyondPerson, settled } from '@hengjian/language';
import type { Keeping, Narrowing, Period, ReviewLake, ReviewRule } from '@hengjian/workflows';
import { openDuck } from '../lake/duck.ts';
import { markingOf } from '../lake/encounter-marks.ts';
import { filesFrom } from '../lake/file-columns.ts';
import type { Lake, LakeSnapshot } from '../lake/lake.ts';
import { keepRecords } from './kept-records.ts';
import { namePeople, narrowBuckets, touchedLines } from './narrowed.ts';
import { loadPoints } from './points.ts';
import { SqlReader } from './sql-reader.ts';
import { WholeLakeReader } from './whole-lake-reader.ts';

export interface ReviewLakeOptions {
  threads?: number;
  memoryLimitMb?: number;
  /** About how many charge items one pass reads. */
  linesAPass?: number;
  /** From how many charge items on a full run keeps what it needs beyond one person. */
  manyLines?: number;
  /** What may be spilled to disk at most; otherwise nine tenths of what is free there. */
  spillLimitMb?: number;
}

/** Two side by side hold more beside what DuckDB counts: a hundred million items stay within 4 GiB all the same. */
const [ALONE_MB, SEVERAL_MB] = [2000, 1200];

/** The lake as a review reads it; 2 threads and this much memory unless said otherwise. */
export const reviewLakeOf = (lake: Lake, options: ReviewLakeOptions = {}): ReviewLake => ({
  async range() {
    const range = (await lake.snapshot()).range();
    return range && { from: range.fromDay, to: range.toDay };
  },
  async items() {
    const snapshot = await lake.snapshot();
    const files = snapshot.filesOf('dimension/item');
    const duck = await openDuck({ threads: 1, memoryLimitMb: 200 });
    try {
      const rows = files.length > 0 ? await duck.rows<{ code: string }>(`SELECT code FROM ${filesFrom(files)}`) : [];
      return { lakeVersion: snapshot.version, codes: rows.map(({ code }) => code) };
    } finally {
      duck.close();
    }
  },
  async changedSince(version) {
    const snapshot = await lake.snapshot();
    return snapshot.changedSince(version) === null || snapshot.filesOf('changes').some((f) => f.fromVersion > version && f.rows > 0);
  },
  async registers() {
    const snapshot = await lake.snapshot();
    const imported = Object.keys(referenceTables).map(
      (table) => [table, Math.max(0, ...snapshot.filesOf(table).map((f) => f.fromVersion))] as const,
    );
    return new Map([...imported, ['practitionerStanding', snapshot.stopped.version]]);
  },
  async open(rules: readonly ReviewRule[], period: Period, narrowing?: Narrowing, keeping?: Keeping) {
    const snapshot = await lake.snapshot();
    const spill = options.spillLimitMb !== undefined ? { spillLimitMb: options.spillLimitMb } : {};
    const lines = narrowing ? await touchedLines(snapshot, narrowing) : snapshot.rowCount('line');
    const planned = rules.map(settled);
    const beyond = planned.filter(({ rule }) => reachesBeyondPerson(rule, ruleSchema));
    const personal = planned.filter((rule) => !beyond.includes(rule));
    const passes = personal.length > 0 ? passesOf(snapshot, lines, options.linesAPass) : [];
    // A connection of one thread each uses two cores better than one of two: passes share nothing.
    const parallel = Math.max(1, Math.min(options.threads ?? 2, passes.length));
    const workers = await Promise.all(
      Array.from({ length: parallel }, async () => {
        const duck = await snapshot.connect({
          threads: Math.floor((options.threads ?? 2) / parallel),
          memoryLimitMb: Math.floor((options.memoryLimitMb ?? (parallel > 1 ? SEVERAL_MB : ALONE_MB)) / parallel),
          ...spill,
          marking: markingOf(personal.map(({ rule }) => rule)),
        });
        if (narrowing) await namePeople(duck, snapshot, narrowing);
        await loadPoints(duck, personal, ruleSchema);
        const reader = new SqlReader(duck, personal, ruleSchema);
        await reader.prepare();
        return { duck, reader };
      }),
    );
    const worker = (pass: number) => workers[pass % workers.length] as (typeof workers)[number];
    return {
      lakeVersion: snapshot.version,
      buckets: passes.length,
      parallel: workers.length,
      async lines() {
        const { duck } = worker(0);
        await duck.useBucket(undefined, 'net');
        const whom = narrowing ? 'AND person IN (SELECT person FROM touched)' : '';
        const [row] = await duck.rows<{ n: number }>(
          `SELECT count(*) AS n FROM "line" WHERE "settledDay" BETWEEN ${period.from} AND ${period.to} ${whom}`,
        );
        return row?.n ?? 0;
      },
      async personNos() {
        if (!narrowing) return [];
        const rows = await worker(0).duck.rows<{ personNo: string }>('SELECT "personNo" FROM person SEMI JOIN touched USING (person)');
        return rows.map(({ personNo }) => personNo);
      },
      async readBucket(bucket) {
        const { duck, reader } = worker(bucket);
        await duck.useBucket(passes[bucket] ?? [], 'net');
        if (narrowing) await narrowBuckets(duck);
        return reader.readBucket(period);
      },
      async *readWhole() {
        if (beyond.length === 0) return;
        for (const { duck } of workers.splice(0)) duck.close();
        const marking = markingOf(beyond.map(({ rule }) => rule));
        const duck = await snapshot.connect({
          threads: options.threads ?? 2,
          memoryLimitMb: options.memoryLimitMb ?? 1200,
          ...spill,
          marking,
        });
        try {
          await duck.useBucket(undefined, 'net');
          await loadPoints(duck, beyond, ruleSchema);
          const folder = path.join(lake.folder, 'kept');
          // where nothing can be kept (a full disk, a folder of somebody else's) the lake says the same
          const many = beyond.length >= MANY_RULES && snapshot.rowCount('line') >= (options.manyLines ?? MANY_LINES);
          const kept =
            keeping === 'grown' || (keeping === 'anew' && many)
              ? await keepRecords(duck, snapshot, folder, beyond, ruleSchema, marking, keeping).catch(warn)
              : undefined;
          const beside = snapshot.rowCount('line') <= SIDE_BY_SIDE_LINES ? (options.threads ?? 2) - 1 : 0;
          const others = await Promise.all(Array.from({ length: beside }, () => duck.another()));
          yield* new WholeLakeReader([duck, ...others], beyond, ruleSchema, undefined, kept).read(period);
        } finally {
          duck.close();
        }
      },
      close: () => {
        for (const { duck } of workers.splice(0)) duck.close();
      },
    };
  },
});

/** The operator learns why every review takes longer than it need: Node says the same warning on the error stream. */
function warn(error: Error): undefined {
  process.emitWarning(`lake/kept: ${error.message.split('\n', 1)[0]}`, { code: 'HENGJIAN_KEPT' });
}

/** Fewer rules, or of fewer charge items, read everything for less than it costs to keep what they need. */
const [MANY_RULES, MANY_LINES] = [8, 300_000];

/** Of so many charge items two rules at once stay within the memory of one; where there are more, each has all of it, and keeps all threads busy. */
const SIDE_BY_SIDE_LINES = 20_000_000;

/** Small buckets are read several at a time: every pass costs the same few statements a rule, however little it reads. */
const LINES_A_PASS = 3_000_000;

function passesOf(snapshot: LakeSnapshot, lines: number, linesAPass = LINES_A_PASS): number[][] {
  const each = Math.max(1, Math.floor((linesAPass * snapshot.buckets) / Math.max(1, lines)));
  const passes: number[][] = [];
  for (let bucket = 0; bucket < snapshot.buckets; bucket += each)
    passes.push(Array.from({ length: Math.min(each, snapshot.buckets - bucket) }, (_, i) => bucket + i));
  return passes;
}
