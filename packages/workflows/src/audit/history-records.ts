/** Net records of one encounter of a history, laid out as the lake's: what rules read. */
import { dayOf, OPEN_INSTANT } from '@hengjian/domain';
import type { Row, Tables } from '@hengjian/language';
import type { HistoryContents } from './history.ts';
import { chargeFacts, type EncounterState, encounterFacts, type Fact } from './history-state.ts';
import { type Bag, copiesOf, dayAt, encounterRow, lineRow } from './net-rows.ts';

export interface HistoryRows {
  readonly line: Row[];
  readonly encounter: Row[];
  readonly diagnosis: Row[];
  readonly operation: Row[];
  readonly settlement: Row[];
}

/** Net records of a person's encounters. */
export function historyTables(personNo: string, contents: HistoryContents): Tables {
  const rows: HistoryRows = { line: [], encounter: [], diagnosis: [], operation: [], settlement: [] };
  for (const [encounterNo, content] of contents) addRecords(rows, personNo, encounterNo, JSON.parse(content) as EncounterState);
  return { ...rows };
}

type Taken = { [name: string]: Fact };
/**
 * Facts by their names, written out name by name: a message reads some twenty earlier lines, and the compiler knows then where each fact
 * stands. The names are our own.
 */
const namedBy = (names: readonly string[]): ((facts: readonly Fact[]) => Taken) =>
  new Function('facts', `return { ${names.map((name, i) => `${name}: facts[${i}] ?? null`).join(', ')} }`) as (
    facts: readonly Fact[],
  ) => Taken;
const namedEncounter = namedBy(encounterFacts);
const namedCharge = namedBy(chargeFacts);

/** Adds the records of an encounter to `rows`; nothing where it was taken back. */
export function addRecords(rows: HistoryRows, personNo: string, encounterNo: string, state: EncounterState): void {
  if (state.x) return;
  const facts = namedEncounter(state.e);
  const own = copiesOf(personNo, encounterNo, facts, facts.endedAt ?? whileOpen(facts));
  const live = state.s.filter(([no]) => !state.r.includes(no as string));
  const charges = netLines(state);
  // everything that was settled is undone and nothing is left to settle
  if (state.s.length > 0 && live.length === 0 && charges.length === 0) return;
  const settledAt = new Map(live.map(([no, at]) => [no as string, at as number]));
  const lines = charges.map((line) => lineRow(own, line, settledAt.get(line.settlementNo as string), facts.diseaseCode ?? null));
  rows.line.push(...lines);
  const sum = (column: 'amountFen' | 'inScopeFen') => lines.reduce<number>((total, line) => total + Number(line[column] ?? 0), 0);
  const days = [...lines.map(({ settledDay }) => settledDay), ...[...settledAt.values()].map(dayOf)].filter(
    (day) => typeof day === 'number',
  );
  const settledDay = days.length > 0 ? Math.max(...days) : dayAt(own.begunAt);
  const totalFen = sum('amountFen');
  const settlementNos = [...settledAt.keys()].sort().join(';');
  rows.encounter.push(encounterRow(own, facts, { settledDay, settlementNos, totalFen, inScopeFen: sum('inScopeFen') }));
  const beside = { ...own, settledDay, encounterTotalFen: totalFen, encounterFundFen: null, settlementNos };
  state.d.forEach(([code = null, main = null, kind = null, serial = null], i) => {
    // nobody is discharged from an outpatient visit
    rows.diagnosis.push({ ...beside, code, main, kind: own.begunAt === null ? null : kind, serial: serial ?? i + 1 });
  });
  state.o.forEach(([code = null, main = null, at = null, surgeon = null, anaesthetist = null], i) => {
    const day = dayAt(at);
    const mainDiagnosis = facts.mainDiagnosis ?? null;
    const operation = { code, main, occurredAt: at, day, surgeon, anaesthetist, finishedAt: null, incision: null, mainDiagnosis };
    rows.operation.push({ ...beside, ...operation, serial: i + 1 });
  });
  for (const [no = null, at = null, total = null, fund = null] of live)
    rows.settlement.push({
      ...own,
      settlement: no,
      settlementNo: no,
      settledAt: at,
      settledDay: dayOf(at as number),
      medicalKind: facts.medicalKind ?? null,
      totalFen: total,
      fundFen: fund,
    });
}

/** Admitted and not yet discharged; a sale, and a visit whose charges tell its times, are not stays. */
const whileOpen = (e: Bag): number | null => ((e.begunAt ?? null) === null || e.providerKind === 'pharmacy' ? null : OPEN_INSTANT);

/**
 * Lines of settlements that stand, refunds taken off (docs: the netting law): of the line that they name, else of the latest earlier
 * one of equal code and price; what nothing stands against is left out.
 */
function netLines(state: EncounterState): Taken[] {
  const lines = state.l.filter((line) => !state.r.includes(line[2] as string)).map(namedCharge);
  const refunds = lines.filter(({ quantity }) => Number(quantity) < 0);
  if (refunds.length === 0) return lines;
  const charges = lines
    .filter(({ quantity }) => !(Number(quantity) < 0))
    .map((line): Taken => ({ ...line, originalQuantity: line.quantity ?? null, originalAmountFen: line.amountFen ?? null }));
  for (const refund of [...refunds].sort((a, b) => Number(a.occurredAt) - Number(b.occurredAt))) takeOff(charges, refund);
  return charges.filter(({ quantity }) => quantity !== 0);
}

function takeOff(charges: Taken[], refund: Taken): void {
  let left = -Number(refund.quantity);
  const namedOne = refund.refundOf === null ? undefined : charges.find(({ lineNo }) => lineNo === refund.refundOf);
  const able = namedOne
    ? [namedOne]
    : charges
        .filter(
          (line) =>
            line.itemCode === refund.itemCode &&
            line.unitPrice === refund.unitPrice &&
            Number(line.occurredAt) <= Number(refund.occurredAt),
        )
        .sort((a, b) => Number(b.occurredAt) - Number(a.occurredAt) || (String(a.lineNo) < String(b.lineNo) ? 1 : -1));
  for (const line of able) {
    if (typeof line.quantity !== 'number' || left <= 0) continue;
    const taken = Math.min(left, line.quantity);
    const rest = line.quantity - taken;
    for (const column of ['amountFen', 'inScopeFen'] as const)
      if (typeof line[column] === 'number' && line.quantity > 0)
        line[column] = Math.round(((line[column] as number) * rest) / line.quantity);
    line.quantity = rest;
    left -= taken;
  }
}
