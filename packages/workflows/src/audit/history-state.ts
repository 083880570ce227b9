/** What a history keeps of one encounter: entries folded in their order. The same entry twice is the same state. */
import { dayOf, OPEN_INSTANT } from '@hengjian/domain';
import type { HistoryCharge, HistoryEncounter, HistoryEntry, HistorySettlement, HistoryWithdrawal } from './history.ts';

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
  /** code, main, kind, serial */
  d: Facts[];
  /** code, main, occurredAt, surgeon, anaesthetist */
  o: Facts[];
  /** `chargeFacts`, each line number once */
  l: Facts[];
  /** settlementNo, settledAt, totalFen, fundFen; of one that came before its charges also the batch it covers, '' for all. */
  s: Facts[];
  /** Numbers of settlements that were undone. */
  r: string[];
  /** `chargeFacts` of lines whose settlement was undone: they take no part, and the next settlement takes them. */
  w?: Facts[] | undefined;
  /** Taken back. */
  x?: true;
}

const LINE_NO = 0;
const BATCH_NO = 1;
const SETTLEMENT_NO = 2;
const EARLY_BATCH = 4;
const DISCHARGE_WAY = encounterFacts.indexOf('dischargeWay');
const BEGUN_AT = encounterFacts.indexOf('begunAt');
const ENDED_AT = encounterFacts.indexOf('endedAt');
const OCCURRED_AT = chargeFacts.indexOf('occurredAt');
const AMOUNT = chargeFacts.indexOf('amountFen');
/** What makes a line that is sent again another line. */
const CONTENT = (['itemCode', 'occurredAt', 'quantity', 'unitPrice', 'amountFen'] as const).map((name) => chargeFacts.indexOf(name));

export const newState = (): EncounterState => ({ e: encounterFacts.map(() => null), d: [], o: [], l: [], s: [], r: [] });

/** Takes one entry in; the state is changed in place. */
export function takeIn(state: EncounterState, entry: HistoryEntry): void {
  switch (entry.kind) {
    case 'encounter':
      encounter(state, entry);
      return;
    case 'charge':
      charge(state, entry);
      return;
    case 'withdrawal':
      state.l = state.l.filter((line) => line[SETTLEMENT_NO] !== null || !isMeant(entry, line));
      state.w = state.w?.filter((line) => !isMeant(entry, line));
      return;
    case 'settlement':
      settle(state, entry);
      return;
    case 'reversal':
      reverse(state, entry.settlementNo, entry.withLines);
      return;
    case 'reopening':
      state.e[ENDED_AT] = null;
      state.e[DISCHARGE_WAY] = null;
      state.d = state.d.filter(([, , kind]) => kind !== '2');
      return;
    case 'cancellation':
      state.l = state.l.filter((line) => line[SETTLEMENT_NO] !== null);
      delete state.w;
      if (!state.s.some(([no]) => !state.r.includes(no as string))) state.x = true;
  }
}

function encounter(state: EncounterState, entry: HistoryEncounter): void {
  const unknown = (i: number) => (state.e[i] ?? null) === null || (i === ENDED_AT && state.e[i] === OPEN_INSTANT);
  state.e = encounterFacts.map((name, i) => (entry.ifUnknown && !unknown(i) ? null : entry[name]) ?? state.e[i] ?? null);
  if (entry.diagnoses) {
    const key = (kind: Fact, serial: Fact) => (entry.merge ? `${kind} ${serial}` : kind);
    const told = new Set(entry.diagnoses.map(({ kind, serial }) => key(kind, serial)));
    const kept = state.d.filter(([, , kind = null, serial = null]) => kind !== null && !told.has(key(kind, serial)));
    state.d = [...kept, ...entry.diagnoses.map(({ code, main, kind, serial }) => [code, main, kind, serial])];
  }
  if (entry.operations)
    state.o = entry.operations.map(({ code, main, occurredAt, surgeon, anaesthetist }) => [code, main, occurredAt, surgeon, anaesthetist]);
  delete state.x;
}

const isMeant = ({ lineNos, batchNo }: HistoryWithdrawal, line: Facts): boolean =>
  (lineNos === null || lineNos.includes(line[LINE_NO] as string)) && (batchNo === null || line[BATCH_NO] === batchNo);

function charge(state: EncounterState, entry: HistoryCharge): void {
  const facts: Facts = chargeFacts.map((name) => entry[name]);
  const numbered = (line: Facts) => line[LINE_NO] === entry.lineNo;
  const stands = (line: Facts) => line[SETTLEMENT_NO] !== null && !state.r.includes(line[SETTLEMENT_NO] as string);
  // what was sent last counts; what is settled stays beside it
  state.l = state.l.filter((line) => !numbered(line) || line[SETTLEMENT_NO] !== null);
  state.w = state.w?.filter((line) => !numbered(line));
  const again = state.l.findIndex((line) => numbered(line) && stands(line) && CONTENT.every((i) => facts[i] === line[i]));
  if (again >= 0) {
    state.l[again] = (state.l[again] as Facts).map((value, i) => value ?? facts[i] ?? null);
    return;
  }
  const early = state.s.find((one) => isHungry(state, one, entry.lineNo) && covers(one[EARLY_BATCH] as string, facts));
  facts[SETTLEMENT_NO] ??= early?.[0] ?? null;
  state.l.push(facts);
}

/** A settlement that came before its charges, and has not got them all, nor one of this number. */
function isHungry({ l, r }: EncounterState, [no, , total, , batchNo]: Facts, lineNo: string): boolean {
  if (typeof batchNo !== 'string' || r.includes(no as string)) return false;
  const own = l.filter((line) => line[SETTLEMENT_NO] === no);
  return (
    own.every((line) => line[LINE_NO] !== lineNo) && own.reduce((sum, line) => sum + Number(line[AMOUNT] ?? 0), 0) < Number(total ?? 0)
  );
}

/** `batchNo` '' or null: all. A line without a batch is of any. */
const covers = (batchNo: string | null, line: Facts): boolean => !batchNo || line[BATCH_NO] === null || line[BATCH_NO] === batchNo;

function settle(state: EncounterState, { settlementNo, settledAt, totalFen, fundFen, batchNo }: HistorySettlement): void {
  if (state.s.some(([no]) => no === settlementNo)) {
    toldAgain(state, settlementNo);
    return;
  }
  const taken = [...state.l.filter((line) => line[SETTLEMENT_NO] === null), ...(state.w ?? [])].filter((line) => covers(batchNo, line));
  state.l.push(...(state.w ?? []).filter((line) => taken.includes(line)));
  state.w = state.w?.filter((line) => !taken.includes(line));
  for (const line of taken) line[SETTLEMENT_NO] = settlementNo;
  state.s.push([settlementNo, settledAt, totalFen, fundFen, ...(taken.length > 0 ? [] : [batchNo ?? ''])]);
}

/** After the history was made anew from the lake: what waits under this settlement's numbers is what it took. */
function toldAgain(state: EncounterState, settlementNo: string): void {
  const own = new Map(state.l.filter((line) => line[SETTLEMENT_NO] === settlementNo).map((line) => [line[LINE_NO], line]));
  state.w = state.w?.filter(([no]) => !own.has(no as string));
  state.l = state.l.filter((line) => {
    const taken = line[SETTLEMENT_NO] === null ? own.get(line[LINE_NO] as string) : undefined;
    // the lake does not keep under which batch it was charged
    if (taken) taken[BATCH_NO] ??= line[BATCH_NO] ?? null;
    return taken === undefined;
  });
}

function reverse(state: EncounterState, settlementNo: string, withLines: boolean): void {
  if (!state.r.includes(settlementNo)) state.r.push(settlementNo);
  const undone = state.l.filter((line) => line[SETTLEMENT_NO] === settlementNo);
  state.l = state.l.filter((line) => line[SETTLEMENT_NO] !== settlementNo);
  if (withLines) return;
  const waiting = new Set([...state.l.filter((line) => line[SETTLEMENT_NO] === null), ...(state.w ?? [])].map(([no]) => no));
  const free = undone.filter(([no]) => !waiting.has(no)).map((line) => line.with(SETTLEMENT_NO, null));
  if (free.length > 0) state.w = [...(state.w ?? []), ...free];
}

/** The last day on which anything of it is known to have happened; an encounter that is open goes on. */
export function lastDayOf(state: EncounterState): number {
  const ended = state.e[ENDED_AT];
  const instants = [state.e[BEGUN_AT], ended, ...state.l.map((line) => line[OCCURRED_AT])];
  const known = instants.filter((at): at is number => typeof at === 'number');
  return known.length === 0 ? dayOf(OPEN_INSTANT) : dayOf(Math.max(...known));
}
