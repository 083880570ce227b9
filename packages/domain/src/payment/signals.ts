/**
 * What a bureau looks for in cases paid by group (DRG/DIP 基金监管重点): a group sent higher than the record bears (高套), a stay cut in two
 * (分解住院), an admission that was not needed (低标准入院), an over-long stay, a death where hardly anybody dies. A signal is a reason to
 * look, never a finding. Thresholds are the scheme's.
 */

import { ONE, type PaymentScheme } from './scheme.ts';
import type { PricedCase } from './settle.ts';

export const paymentSignals = ['upcoded', 'split', 'lowStandard', 'overlong', 'lowRiskDeath'] as const;
export type PaymentSignal = (typeof paymentSignals)[number];

/** Signals of every case that has some. */
export function signalsOf(scheme: PaymentScheme, cases: readonly PricedCase[]): Map<PricedCase, PaymentSignal[]> {
  const { splitDays, lowStandard, overlong } = scheme.settings;
  const weights = new Map(scheme.groups.map(({ code, weight }) => [code, weight]));
  const found = new Map<PricedCase, PaymentSignal[]>();
  const note = (one: PricedCase, signal: PaymentSignal) => {
    const own = found.get(one);
    if (own) own.push(signal);
    else found.set(one, [signal]);
  };
  for (const one of cases) {
    const { group, one: stay, regrouped } = one;
    const borne = weights.get(regrouped.code ?? '');
    const sent = weights.get(stay.sentGroup ?? '');
    if (sent !== undefined && borne !== undefined && sent > borne) note(one, 'upcoded');
    if (group?.meanFen != null && stay.costFen * ONE < lowStandard * group.meanFen) note(one, 'lowStandard');
    if (group?.meanDays != null && stay.days * ONE * ONE > overlong * group.meanDays) note(one, 'overlong');
    if (group?.lowRisk && stay.died) note(one, 'lowRiskDeath');
  }
  // the later of two stays is the signal
  for (const own of Map.groupBy(cases, ({ one }) => one.person).values()) {
    const ordered = [...own].sort((a, b) => a.one.begunDay - b.one.begunDay || (a.one.encounterNo < b.one.encounterNo ? -1 : 1));
    ordered.forEach((later, i) => {
      const before = ordered
        .slice(0, i)
        .findLast(({ group, one }) => group !== null && group.code === later.group?.code && one.providerNo === later.one.providerNo);
      if (before && later.one.begunDay - before.one.endedDay <= splitDays) note(later, 'split');
    });
  }
  return found;
}
