// The closure reader of measures: points over records in memory.
import { operatorOf } from '../check.ts';
import { compile, type Row } from '../compile.ts';
import type { Asked, PartTree, Point } from './measure.ts';

const point = (asked: Asked): Parameters<ReturnType<typeof compile>>[0]['point'] =>
  ({ params: { from: asked.from, asOf: asked.to } }) as never;

const monthStart = (day: number): number => operatorOf('monthStart')?.evaluate(day) as number;

/** Records of the table, all of them; the part's own period and scope are applied here. */
export function readPart(part: PartTree, records: readonly Row[], asked: Asked): Point[] {
  const day = part.day ? compile(part.day) : () => 0;
  const where = part.where ? compile(part.where) : () => true;
  const value = part.take.kind === 'count' ? () => 1 : compile(part.take.of);
  const scope = part.within ? asked[part.within.of] : null;
  const buckets = new Map<number, { seen: number; records: number; undetermined: number; value: number | null }>();
  const first = new Map<unknown, number>();
  const asks = point(asked);
  for (const record of records) {
    if (scope !== null && part.within && record[part.within.column] !== scope) continue;
    const context = { record, point: asks };
    const on = day(context);
    if (typeof on !== 'number' || (part.day && (on < asked.from || on > asked.to))) continue;
    const bucket = part.day === null ? 0 : part.behaviour === 'latest' ? on : monthStart(on);
    const at = buckets.get(bucket) ?? { seen: 0, records: 0, undetermined: 0, value: null };
    buckets.set(bucket, at);
    at.seen += 1;
    const takes = where(context);
    const amount = takes === false ? null : value(context);
    if (takes === null || (takes === true && amount === null)) at.undetermined += 1;
    else if (takes === true) {
      at.records += 1;
      if (part.take.kind !== 'distinct') at.value = (at.value ?? 0) + Number(amount);
      else {
        const key = part.behaviour === 'latest' ? `${bucket}|${String(amount)}` : amount;
        first.set(key, Math.min(first.get(key) ?? bucket, bucket));
      }
    }
  }
  if (part.take.kind === 'distinct')
    for (const bucket of first.values()) {
      const at = buckets.get(bucket);
      if (at) at.value = (at.value ?? 0) + 1;
    }
  return [...buckets].sort(([a], [b]) => a - b).map(([bucket, at]) => ({ bucket, ...at }));
}
