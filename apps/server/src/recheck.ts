// 月度复核: a sample of a month, drawn for the console and the command line.
import { dayOfDate, type Instant, type Outcome, type RecheckUnit } from '@hengjian/domain';
import { drawRecheck, type Home } from '@hengjian/store';
import { findingLifeOf } from './finding-life.ts';

export interface RecheckDraw {
  /** `yyyy-MM`, also the sample's number. */
  readonly month: string;
  /** As the parameter says where it is not given. */
  readonly size?: number | undefined;
  /** The time where it is not given. */
  readonly seed?: number | undefined;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
}

/** Draws a month's sample; refusals are those of `drawRecheck` and a month that is none. */
export async function drawMonth(home: Home, wish: RecheckDraw): Promise<Outcome<{ items: RecheckUnit[]; seed: number }>> {
  const { month, at } = wish;
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!parts) return { ok: false, issues: [{ code: 'recheck.badMonth', severity: 'error', facts: { month } }] };
  const [year, number] = [Number(parts[1]), Number(parts[2])];
  const { rules } = await findingLifeOf(home, at);
  const size = wish.size ?? rules.value('finding.recheckSize', at);
  const seed = wish.seed ?? at;
  const snapshot = await home.lake.snapshot();
  const lake = snapshot.version === 0 ? null : await snapshot.connect();
  try {
    const days = { from: dayOfDate(year, number, 1), to: number === 12 ? dayOfDate(year, 12, 31) : dayOfDate(year, number + 1, 1) - 1 };
    const outcome = await drawRecheck(home.db, lake, { recheckId: month, ...days, seed, size }, { by: wish.by, why: wish.why, at });
    return outcome.ok ? { ...outcome, value: { ...outcome.value, seed } } : outcome;
  } finally {
    lake?.close();
  }
}
