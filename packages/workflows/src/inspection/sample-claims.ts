/** Claims to take along: a seeded sample of an institution's encounters, stratified by kind of care, drawn again from its seed. */
import { type Day, dayOf, drawSample, type Inspection, type Instant, issueOf, type Outcome, type RecheckUnit } from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { DrawPorts } from '../matter/ports.ts';

export interface SampleWish {
  readonly matterId: string;
  readonly from: Day;
  readonly to: Day;
  readonly size: number;
  /** null: a fresh one. */
  readonly seed: number | null;
  /** Encounters of the institution settled in these days, with their kind of care. */
  readonly population: readonly RecheckUnit[];
  readonly by: string;
  readonly at: Instant;
}

export async function sampleClaims({ book, freshSeed }: DrawPorts, wish: SampleWish): Promise<Outcome<Inspection>> {
  const { matterId, from, to, size, population, by, at } = wish;
  const seed = wish.seed ?? freshSeed();
  return book.transact<Outcome<Inspection>>(async (inside) => {
    const one = await inside.find('inspection', matterId);
    const refused = (code: string, facts = {}) => ({ writes: [], value: { ok: false as const, issues: issueOf(code, facts) } });
    if (!one) return refused('matter.unknown', { noun: 'inspection', id: matterId });
    if (one.state !== 'assigned' && one.state !== 'onSite') return refused('inspection.sampleTime');
    if (population.length === 0) return refused('inspection.nothingToSample');
    const encounterNos = drawSample(population, size, seed).map(({ id }) => id);
    const next: Inspection = { ...one, sample: { seed, from, to, population: population.length, encounterNos, by, day: dayOf(at) } };
    const why = `种子 ${seed}，${population.length} 例中抽 ${encounterNos.length} 例`;
    return {
      writes: [journalled('inspection', one, next, { action: 'sample', by, at, why })],
      value: { ok: true, value: next, issues: [] },
    };
  });
}
