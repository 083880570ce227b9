/** Thresholds tried on the past before they change: who would be signalled, who no longer, and what became of those. */
import { type AlertSignal, type Day, formatDay } from '@hengjian/domain';
import type { AlertParameters, AlertTree } from '@hengjian/language';
import { findSignals } from './find-signals.ts';
import type { AlertLake } from './ports.ts';
import { formText } from './say-signal.ts';

export interface ThresholdTrial {
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly gone: number;
  readonly months: readonly { month: string; before: number; after: number }[];
  readonly addedSignals: readonly AlertSignal[];
  readonly goneSignals: readonly AlertSignal[];
}

/** Both sets over the same days, nothing kept. */
export async function tryThresholds(
  lake: AlertLake,
  alert: AlertTree,
  { inForce, tried }: { inForce: AlertParameters; tried: AlertParameters },
  days: { from: Day; to: Day },
): Promise<ThresholdTrial> {
  const { signals: before } = await findSignals(lake, alert, inForce, days);
  const { signals: after } = await findSignals(lake, alert, tried, days);
  const [had, has] = [new Set(before.map((one) => one.signalId)), new Set(after.map((one) => one.signalId))];
  const addedSignals = after.filter((one) => !had.has(one.signalId));
  const goneSignals = before.filter((one) => !has.has(one.signalId));
  const monthOf = (one: AlertSignal) => formatDay(one.fromDay).slice(0, 7);
  const months = [...new Set([...before, ...after].map(monthOf))].sort();
  return {
    before: before.length,
    after: after.length,
    added: addedSignals.length,
    gone: goneSignals.length,
    months: months.map((month) => ({
      month,
      before: before.filter((one) => monthOf(one) === month).length,
      after: after.filter((one) => monthOf(one) === month).length,
    })),
    addedSignals,
    goneSignals,
  };
}

/** A value with its unit's form, for a list of examples. */
export const signalValue = (one: AlertSignal): string => formText(one.value, one.form);

/** Which thresholds are no thresholds of this alert, or lie outside their bounds. */
export function wrongThresholds(alert: AlertTree, values: Readonly<Record<string, number>>): { name: string; value: string }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const parameter = alert.parameters[name];
    const fits =
      parameter?.type === 'int' &&
      Number.isSafeInteger(value) &&
      value >= (parameter.minimum ?? Number.NEGATIVE_INFINITY) &&
      value <= (parameter.maximum ?? Number.POSITIVE_INFINITY);
    return fits ? [] : [{ name, value: String(value) }];
  });
}
