/** Runs alerts over a period of the lake and keeps what they found. Refuses nothing and pays nothing: signals are for people. */
import type { AlertSignal, Day, Instant, Succession } from '@hengjian/domain';
import { type AlertParameters, type AlertTree, standardParameters } from '@hengjian/language';
import { againOf, alertSignature, firstDayAgain } from './changed.ts';
import { findSignals } from './find-signals.ts';
import type { AlertBook, AlertHit, AlertLake, AlertRun, FoundSignals, MemberTie, SavedSignals } from './ports.ts';

export interface AlertRunWish {
  readonly alerts: readonly AlertTree[];
  readonly from: Day;
  readonly to: Day;
  readonly lakeVersion: number;
  /** Names the run; one word for all alerts of it. */
  readonly runId: string;
  readonly now: () => Instant;
  /**
   * The usual period over the whole lake: what is found is marked for the next run. With `changed` only what changed since the last mark is
   * judged again, over a period that begins when the last one did.
   */
  readonly marked?: { readonly changed: boolean };
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
    const kept = wish.marked ? await book.mark(alert.id) : undefined;
    const from = wish.marked?.changed ? firstDayAgain(kept, wish.from, wish.to) : wish.from;
    const stretches = await book.stretches(alert.id, from, wish.to);
    const signature = wish.marked ? alertSignature(alert, stretches, successions, await lake.beside(alert)) : '';
    const parameters = { ...standardParameters(alert), ...stretches[0]?.parameters };
    const again =
      wish.marked?.changed && kept
        ? await againOf(lake, alert, { stretches, parameters, signature, ...wish }, kept, await book.told(alert.id, kept.at, wish.now()))
        : null;
    const { signals, asked, unasked, hits, ties } = again
      ? await findSignals(lake, alert, parameters, { from, to: wish.to }, successions, again)
      : await overStretches(lake, alert, stretches, successions);
    const run: AlertRun = {
      runId: wish.runId,
      alertId: alert.id,
      from,
      to: wish.to,
      lakeVersion: wish.lakeVersion,
      asked,
      signals: new Set(hits.flatMap(({ signalId }) => signalId ?? [])).size,
      unasked,
      at: wish.now(),
      milliseconds: Math.round(performance.now() - began),
    };
    const standing = again ? hits.flatMap(({ signalId }) => signalId ?? []) : [];
    const mark = { signature, from, to: wish.to, lakeVersion: wish.lakeVersion, at: run.at, hits, ties };
    reports.push({ ...run, saved: await book.save(run, signals, standing, wish.marked && mark) });
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
  const hits: AlertHit[] = [];
  const ties: MemberTie[] = [];
  let asked = 0;
  for (const { from, to, parameters } of stretches) {
    const found = await findSignals(lake, alert, { ...standardParameters(alert), ...parameters }, { from, to }, successions);
    for (const signal of found.signals) signals.set(signal.signalId, signal);
    for (const [reason, n] of Object.entries(found.unasked)) unasked[reason] = (unasked[reason] ?? 0) + n;
    asked += found.asked;
    hits.push(...found.hits);
    ties.push(...found.ties);
  }
  return { signals: [...signals.values()], asked, unasked, hits, ties };
}
