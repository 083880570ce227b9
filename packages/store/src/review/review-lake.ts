// The lake as a review reads it: one snapshot, bucket by bucket, within a memory limit.
import { ruleSchema } from '@hengjian/catalog';
import { reachesBeyondPerson } from '@hengjian/language';
import type { Period, ReviewLake, ReviewRule } from '@hengjian/workflows';
import type { Lake, LakeSnapshot } from '../lake/lake.ts';
import { loadPoints } from './points.ts';
import { SqlReader } from './sql-reader.ts';
import { WholeLakeReader } from './whole-lake-reader.ts';

export interface ReviewLakeOptions {
  threads?: number;
  memoryLimitMb?: number;
}

/** The lake as a review reads it; 2 threads and 1,000 MB unless said otherwise. */
export const reviewLakeOf = (lake: Lake, options: ReviewLakeOptions = {}): ReviewLake => ({
  async open(rules: readonly ReviewRule[], period: Period) {
    const snapshot = await lake.snapshot();
    const passes = passesOf(snapshot);
    const beyond = rules.filter(({ rule }) => reachesBeyondPerson(rule, ruleSchema));
    const personal = rules.filter((rule) => !beyond.includes(rule));
    // A connection of one thread each uses two cores better than one of two: passes share nothing.
    const workers = await Promise.all(
      Array.from({ length: Math.min(options.threads ?? 2, passes.length) }, async () => {
        const duck = await snapshot.connect({
          threads: 1,
          memoryLimitMb: Math.floor((options.memoryLimitMb ?? 1200) / (options.threads ?? 2)),
        });
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
        const [row] = await duck.rows<{ n: number }>(
          `SELECT count(*) AS n FROM "line" WHERE "settledDay" BETWEEN ${period.from} AND ${period.to}`,
        );
        return row?.n ?? 0;
      },
      async readBucket(bucket) {
        const { duck, reader } = worker(bucket);
        await duck.useBucket(passes[bucket] ?? [], 'net');
        return reader.readBucket(period);
      },
      async *readWhole() {
        if (beyond.length === 0) return;
        for (const { duck } of workers.splice(0)) duck.close();
        const duck = await snapshot.connect({ threads: options.threads ?? 2, memoryLimitMb: options.memoryLimitMb ?? 1200 });
        try {
          await duck.useBucket(undefined, 'net');
          await loadPoints(duck, beyond, ruleSchema);
          yield* new WholeLakeReader(duck, beyond, ruleSchema).read(period);
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

/** Small buckets are read several at a time: every pass costs the same few statements a rule, however little it reads. */
const LINES_A_PASS = 1_500_000;

function passesOf(snapshot: LakeSnapshot): number[][] {
  const each = Math.max(1, Math.floor((LINES_A_PASS * snapshot.buckets) / Math.max(1, snapshot.rowCount('line'))));
  const passes: number[][] = [];
  for (let bucket = 0; bucket < snapshot.buckets; bucket += each)
    passes.push(Array.from({ length: Math.min(each, snapshot.buckets - bucket) }, (_, i) => bucket + i));
  return passes;
}
