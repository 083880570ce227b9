/** Alerts kept current from messages: what an encounter says after its last message, and the question asked of the last days. */
import { type Day, dayOf, type Instant, type LakeTable } from '@hengjian/domain';
import type { AlertTree, CellsAlert, Row } from '@hengjian/language';
import { addRecords, type HistoryRows } from '../audit/history-records.ts';
import type { EncounterState } from '../audit/history-state.ts';
import type { AlertBook, AlertLake } from './ports.ts';
import { type AlertReport, runAlerts } from './run-alerts.ts';
import { alertShelf } from './shelf.ts';

/** An encounter as it stands after the message `serial`; no rows where it was taken back or undone. */
export interface ToldEncounter {
  readonly encounterNo: string;
  readonly serial: number;
  readonly rows: Readonly<Partial<Record<LakeTable, readonly Row[]>>>;
}

/** `content`: its state in the history, as JSON. */
export function toldEncounter(personNo: string, encounterNo: string, serial: number, content: string): ToldEncounter {
  const rows: HistoryRows = { line: [], encounter: [], diagnosis: [], operation: [], settlement: [] };
  addRecords(rows, personNo, encounterNo, JSON.parse(content) as EncounterState);
  return { encounterNo, serial, rows: { ...rows } };
}

/** Alerts that messages keep current. */
export const liveAlerts: readonly CellsAlert[] = Object.values(alertShelf).filter(
  (alert: AlertTree): alert is CellsAlert => alert.kind === 'cells' && alert.live === true,
);

/** Names the runs over what was told; there is one row of it an alert. */
export const LIVE_RUN = 'live';

export interface LiveWish {
  readonly now: () => Instant;
  readonly lakeVersion: number;
  /** Days before today that are judged with it: a message may come so late. */
  readonly days: number;
}

/** Judges today and the days before it. What lies after today (a clock that runs ahead) waits for its day. */
export function judgeLive(lake: AlertLake, book: AlertBook, { now, lakeVersion, days }: LiveWish): Promise<AlertReport[]> {
  const today: Day = dayOf(now());
  return runAlerts(lake, book, { alerts: liveAlerts, from: today - days, to: today, lakeVersion, runId: LIVE_RUN, now });
}
