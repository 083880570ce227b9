/**
 * Points of claims by month, kept from one measuring to the next: a month that no import touched since gives the same points. Which
 * months an import touched is told by the encounters it changed, as they are and as they were.
 */
import { createHash } from 'node:crypto';
import { measureTables } from '@hengjian/catalog';
import { calendarDate, type Day, dayOfDate } from '@hengjian/domain';
import { isCall, type MeasurePoint, nodes, type PartTree } from '@hengjian/language';
import type { Kysely } from 'kysely';
import { type Duck, fileList } from '../lake/duck.ts';
import type { LakeFile, LakeSnapshot } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

export interface KeptMonths {
  /** For each part its points that still stand, by the month's first day; a month without records has a point that saw none. */
  standing(parts: readonly PartTree[]): Promise<ReadonlyMap<Day, MeasurePoint>[]>;
  /** Keeps what was found of these months; a month without a point had no records. */
  keep(parts: readonly PartTree[], months: readonly Day[], found: readonly ReadonlyMap<Day, MeasurePoint>[]): Promise<void>;
}

const treesOf = (part: PartTree) => [part.day, part.where, part.take.kind === 'count' ? null : part.take.of].filter((tree) => tree != null);

/** Sums and counts of claims by month, whatever day they are asked for. */
export const keepsMonths = (part: PartTree): boolean =>
  measureTables[part.from]?.kind === 'claims' &&
  part.behaviour === 'cumulative' &&
  !part.within &&
  part.take.kind !== 'distinct' &&
  !treesOf(part).some((tree) => [...nodes(tree)].some((node) => !isCall(node) && node.op === 'param'));

export interface Month {
  first: Day;
  from: Day;
  to: Day;
  /** The period holds all of it. */
  whole: boolean;
}

/** The months of a period, the first and the last as far as it holds them. */
export function monthsOf(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  for (let at = from; at <= to; ) {
    const { year, month } = calendarDate(at);
    const [first, end] = [dayOfDate(year, month, 1), dayOfDate(year, month + 1, 1) - 1];
    months.push({ first, from: at, to: Math.min(end, to), whole: at === first && end <= to });
    at = end + 1;
  }
  return months;
}

/** Neighbouring months as one period. */
export function runsOf(months: readonly Month[]): { from: Day; to: Day }[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const { from, to } of months) {
    const last = runs.at(-1);
    if (last && last.to === from - 1) last.to = to;
    else runs.push({ from, to });
  }
  return runs;
}

const KINDS = ['settlement', 'aside/settlement', 'encounter', 'aside/encounter'] as const;

/**
 * The last version of the lake that touched each month; `floor` where a rewrite left nothing of what was before. Every layer is read:
 * an encounter counts for the months it stands in and for those it stood in.
 */
async function touchedMonths(duck: Duck, snapshot: LakeSnapshot, since: number): Promise<{ floor: number; months: Map<Day, number> }> {
  const files = KINDS.flatMap((kind) => snapshot.filesOf(kind));
  const floor = Math.max(0, ...files.filter(({ bucket }) => bucket !== null).map(({ fromVersion }) => fromVersion));
  const changes = snapshot.changedSince(Math.max(since, floor));
  const months = new Map<Day, number>();
  if (changes === null || changes.length === 0) return { floor: changes === null ? Number.POSITIVE_INFINITY : floor, months };
  const list = (some: readonly LakeFile[]) => `read_parquet(${fileList(some.map(({ path }) => path))}, union_by_name=true)`;
  const rows = await duck.rows<{ day: Day; version: number }>(
    `WITH c AS (SELECT encounter, max(version) AS version FROM read_parquet(${fileList(changes)}) GROUP BY encounter)
     SELECT f."settledDay" AS day, max(c.version) AS version FROM (SELECT encounter, "settledDay" FROM ${list(files)}) f JOIN c USING (encounter)
     WHERE f."settledDay" IS NOT NULL GROUP BY ALL`,
  );
  for (const { day, version } of rows) {
    const { year, month } = calendarDate(day);
    const first = dayOfDate(year, month, 1);
    months.set(first, Math.max(version, months.get(first) ?? 0));
  }
  return { floor, months };
}

const NONE = { seen: 0, records: 0, undetermined: 0, value: null };

/** `reviews` is a word for the finished reviews: parts that ask when a settlement was reviewed stand only with the same ones. */
export function keptMonthsOf(db: Kysely<Database>, duck: Duck, snapshot: LakeSnapshot, reviews: string): KeptMonths {
  const nameOf = (part: PartTree): string => {
    const { title: _, unit: __, divide: ___, ...asked } = part;
    const reviewed = treesOf(part).some((tree) =>
      [...nodes(tree)].some((node) => !isCall(node) && node.op === 'field' && node.name === 'reviewedDay'),
    );
    return createHash('sha256')
      .update(JSON.stringify([asked, reviewed ? reviews : null]))
      .digest('hex');
  };
  const touched = new Map<number, ReturnType<typeof touchedMonths>>();
  const touchedSince = (version: number) => {
    const known = touched.get(version) ?? touchedMonths(duck, snapshot, version);
    touched.set(version, known);
    return known;
  };
  return {
    async standing(parts) {
      const names = parts.map(nameOf);
      const rows = await db
        .selectFrom('measuredMonth')
        .selectAll()
        .where('part', 'in', names)
        .where('lakeVersion', '<=', snapshot.version)
        .execute();
      const oldest = rows.reduce((least, { lakeVersion }) => Math.min(least, lakeVersion), snapshot.version);
      const { floor, months } = await touchedSince(oldest);
      const stands = rows.filter(({ month, lakeVersion }) => lakeVersion >= floor && lakeVersion >= (months.get(month) ?? 0));
      return names.map(
        (name) =>
          new Map(
            stands.flatMap(({ part, month, seen, records, undetermined, value }) =>
              part === name
                ? [[month, { bucket: month, seen, records, undetermined, value: value === null ? null : Number(value) }] as const]
                : [],
            ),
          ),
      );
    },
    async keep(parts, months, found) {
      if (months.length === 0) return;
      const rows = parts.flatMap((part, at) =>
        months.map((month) => {
          const { seen, records, undetermined, value } = found[at]?.get(month) ?? NONE;
          return { part: nameOf(part), month, lakeVersion: snapshot.version, seen, records, undetermined, value };
        }),
      );
      await db
        .insertInto('measuredMonth')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['part', 'month']).doUpdateSet((eb) => ({
            lakeVersion: eb.ref('excluded.lakeVersion'),
            seen: eb.ref('excluded.seen'),
            records: eb.ref('excluded.records'),
            undetermined: eb.ref('excluded.undetermined'),
            value: eb.ref('excluded.value'),
          })),
        )
        .execute();
    },
  };
}
