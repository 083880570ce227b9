/** What a history keeps of one encounter: entries folded in their order. The same entry twice is the same state. */
import { dayOf, OPEN_INSTANT } from '@hengjian/domain';
import type { HistoryCharge, HistoryEncounter, HistoryEntry } from './history.ts';

/** Order in which the facts of an encounter are kept. */
export const encounterFacts = [
  'providerNo',
  'sex',
  'birthDay',
  'setting',
  'insurance',
  'level',
  'providerKind',
  'begunAt',
  'endedAt',
  'maternity',
  'internet',
  'outOfArea',
  'practitionerNo',
  'department',
  'bed',
  'dischargeWay',
  'medicalKind',
  'diseaseCode',
  'mainDiagnosis',
] as const satisfies readonly (keyof HistoryEncounter)[];

/** Order in which the facts of a charge are kept. */
export const chargeFacts = [
  'lineNo',
  'batchNo',
  'settlementNo',
  'refundOf',
  'itemCode',
  'itemKind',
  'feeCategory',
  'practitionerNo',
  'department',
  'prescriptionNo',
  'occurredAt',
  'supplyDays',
  'singleDose',
  'frequency',
  'quantity',
  'unitPrice',
  'amountFen',
  'inScopeFen',
  'fundFen',
] as const satisfies readonly (keyof HistoryCharge)[];

export type Fact = string | number | boolean | null;
type Facts = Fact[];

/** As it is written down: JSON of lists, so that a year of a person is a few kilobytes. */
export interface EncounterState {
  /** `encounterFacts` */
  e: Facts;
  /** code, main, kind */
  d: Facts[];
  /** code, main, occurredAt, surgeon, anaesthetist */
  o: Facts[];
  /** `chargeFacts`, each line number once */
  l: Facts[];
  /** settlementNo, settledAt, totalFen, fundFen */
  s: Facts[];
  /** Numbers of settlements that were undone. */
  r: string[];
  /** Taken back. */
  x?: true;
}

const LINE_NO = 0;
const BATCH_NO = 1;
const SETTLEMENT_NO = 2;
const BEGUN_AT = encounterFacts.indexOf('begunAt');
const ENDED_AT = encounterFacts.indexOf('endedAt');
const OCCURRED_AT = chargeFacts.indexOf('occurredAt');

export const newState = (): EncounterState => ({ e: encounterFacts.map(() => null), d: [], o: [], l: [], s: [], r: [] });

/** Takes one entry in; the state is changed in place. */
export function takeIn(state: EncounterState, entry: HistoryEntry): void {
  switch (entry.kind) {
    case 'encounter':
      state.e = encounterFacts.map((name, i) => entry[name] ?? state.e[i] ?? null);
      if (entry.diagnoses) state.d = entry.diagnoses.map(({ code, main, kind }) => [code, main, kind]);
      if (entry.operations)
        state.o = entry.operations.map(({ code, main, occurredAt, surgeon, anaesthetist }) => [
          code,
          main,
          occurredAt,
          surgeon,
          anaesthetist,
        ]);
      delete state.x;
      return;
    case 'charge':
      charge(state, entry);
      return;
    case 'withdrawal':
      state.l = state.l.filter(
        (line) =>
          line[SETTLEMENT_NO] !== null ||
          (entry.lineNos !== null && !entry.lineNos.includes(line[LINE_NO] as string)) ||
          (entry.batchNo !== null && line[BATCH_NO] !== entry.batchNo),
      );
      return;
    case 'settlement':
      if (!state.s.some(([no]) => no === entry.settlementNo)) {
        state.s.push([entry.settlementNo, entry.settledAt, entry.totalFen, entry.fundFen]);
        for (const line of state.l)
          if (line[SETTLEMENT_NO] === null && (entry.batchNo === null || line[BATCH_NO] === entry.batchNo))
            line[SETTLEMENT_NO] = entry.settlementNo;
      }
      return;
    case 'reversal':
      if (!state.r.includes(entry.settlementNo)) state.r.push(entry.settlementNo);
      return;
    case 'cancellation':
      state.x = true;
  }
}

function charge(state: EncounterState, entry: HistoryCharge): void {
  const facts = chargeFacts.map((name) => entry[name]);
  // a number that stood in a settlement that was undone is free again
  const at = state.l.findIndex((line) => line[LINE_NO] === entry.lineNo && !state.r.includes(line[SETTLEMENT_NO] as string));
  const old = state.l[at];
  if (!old) state.l.push(facts);
  else state.l[at] = facts.map((value, i) => (i === SETTLEMENT_NO || i === chargeFacts.length - 1 ? (value ?? old[i] ?? null) : value));
}

/** The last day on which anything of it is known to have happened; an encounter that is open goes on. */
export function lastDayOf(state: EncounterState): number {
  const ended = state.e[ENDED_AT];
  const instants = [state.e[BEGUN_AT], ended, ...state.l.map((line) => line[OCCURRED_AT])];
  const known = instants.filter((at): at is number => typeof at === 'number');
  return known.length === 0 ? dayOf(OPEN_INSTANT) : dayOf(Math.max(...known));
}
