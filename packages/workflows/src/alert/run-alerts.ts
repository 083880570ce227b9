/** Runs alerts over a period of the lake and keeps what they found. Refuses nothing and pays nothing: signals are for people. */
import type { AlertSignal, Day, Instant, Succession } from '@hengjian/domain';
import { type AlertParameters, type AlertTree, standardParameters } from '@hengjian/language';
import { findSignals } from './find-signals.ts';
import type { AlertBook, AlertLake, AlertRun, FoundSignals, SavedSignals } from './ports.ts';

export interface AlertRunWish {
  readonly alerts: readonly AlertTree[];
  readonly from: Day;
  readonly to: Day;
  readonly lakeVersion: number;
  /** Names the run; one word for all alerts of it. */
  readonly runId: string;
  readonly now: () => Instant;
  readonly progress?: (done: number, all: number) => void;
}

export interface AlertReport extends AlertRun {
  readonly saved: SavedSignals;
}

export async function runAlerts(lake: AlertLake, book: AlertBook, wish: AlertRunWish): Promise<AlertReport[]> {
  const reports: AlertReport[] = [];
  const successions = await book.successions();
  for (const [i, alert] of wish.alerts.entries()) {
    wish.progress?.(i, wish.alerts.length);
    const began = performance.now();
    const { signals, asked, unasked } = await overStretches(lake, alert, await book.stretches(alert.id, wish.from, wish.to), successions);
    const run: AlertRun = {
      runId: wish.runId,
      alertId: alert.id,
      from: wish.from,
      to: wish.to,
      lakeVersion: wish.lakeVersion,
      asked,
      signals: signals.length,
      unasked,
      at: wish.now(),
      milliseconds: Math.round(performance.now() - began),
    };
    reports.push({ ...run, saved: await book.save(run, signals) });
  }
  return reports;
}

/** Each stretch with its own parameters; what a window that lies in two of them says, the later one says. */
export async function overStretches(
  lake: AlertLake,
  alert: AlertTree,
  stretches: readonly { from: Day; to: Day; parameters: AlertParameters }[],
  successions: readonly Succession[] = [],
): Promise<FoundSignals> {
  const signals = new Map<string, AlertSignal>();
  const unasked: Record<string, number> = {};
  let asked = 0;
  for (const { from, to, parameters } of stretches) {
    const found = await findSignals(lake, alert, { ...standardParameters(alert), ...parameters }, { from, to }, successions);
    for (const signal of found.signals) signals.set(signal.signalId, signal);
    for (const [reason, n] of Object.entries(found.unasked)) unasked[reason] = (unasked[reason] ?? 0) + n;
    asked += found.asked;
  }
  return { signals: [...signals.values()], asked, unasked };
}
