/** How often an alert is right, measured on a city that tells the truth: against what was planted, innocent look-alikes included. */
import type { AlertTruth } from '@hengjian/catalog/alert-plant.ts';
import type { AlertSignal } from '@hengjian/domain';

export interface AlertAgreement {
  readonly alertId: string;
  /** Planted patterns, and how many of them were signalled. */
  readonly planted: number;
  readonly found: number;
  /** Innocent look-alikes, and how many of them were signalled all the same. */
  readonly lookAlikes: number;
  readonly taken: number;
  /** Subjects signalled that were not planted by this alert at all: chance, or what another pattern brings with it. */
  readonly others: number;
  /** found ÷ (found + taken + others), found ÷ planted; null where nothing is divided by. */
  readonly precision: number | null;
  readonly recall: number | null;
}

type Seen = Pick<AlertSignal, 'alertId' | 'subjectKind' | 'subjectNo' | 'fromDay' | 'toDay'>;

const fits = (signal: Seen, truth: AlertTruth): boolean =>
  signal.alertId === truth.alertId &&
  signal.subjectKind === truth.subjectKind &&
  signal.subjectNo === truth.subjectNo &&
  signal.fromDay <= truth.to &&
  signal.toDay >= truth.from;

/** A subject counts once, however many windows it stands in. */
export function compareAlerts(alertIds: readonly string[], signals: readonly Seen[], truths: readonly AlertTruth[]): AlertAgreement[] {
  return alertIds.map((alertId) => {
    const own = signals.filter((signal) => signal.alertId === alertId);
    const told = truths.filter((truth) => truth.alertId === alertId);
    const hit = (label: AlertTruth['label']) => told.filter((truth) => truth.label === label && own.some((signal) => fits(signal, truth)));
    const planted = told.filter(({ label }) => label === 'signal').length;
    const [found, taken] = [hit('signal').length, hit('lookAlike').length];
    const others = new Set(
      own.filter((signal) => !told.some((truth) => truth.subjectNo === signal.subjectNo)).map(({ subjectNo }) => subjectNo),
    ).size;
    const all = found + taken + others;
    return {
      alertId,
      planted,
      found,
      lookAlikes: told.length - planted,
      taken,
      others,
      precision: all === 0 ? null : found / all,
      recall: planted === 0 ? null : found / planted,
    };
  });
}
