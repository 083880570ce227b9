/**
 * Everything that was said of one encounter, in the order in which it came → its rows of the extract. The same messages always give
 * the same rows, so folding again changes nothing. A charge comes in with its settlement: until then it may be taken back without a
 * trace, and the lake takes nothing back.
 */
import { type Fen, formatInstant, formatYuan, OPEN_INSTANT, parseYuan } from '@hengjian/domain';
import type { FeedEvent, Part } from './feed.ts';

export type ExtractTable = 'mdtrt' | 'diag' | 'oprn' | 'feedetl' | 'trac' | 'setl';
export type Problem =
  /** No charge waits for this settlement: sent twice, or its charges never came. */
  | 'settlementWithoutCharges'
  /** Its total is not the sum of its charges. */
  | 'settlementSum'
  | 'reversalUnknown'
  | 'withdrawalOfNothing'
  /** A trace code names no line, or more than one. */
  | 'traceWithoutLine'
  | 'personUnknown'
  /** It ends before it begins: taken as still open. */
  | 'endsBeforeItBegins'
  /** An operation without its time is no record of the lake. */
  | 'operationWithoutTime'
  /** One of its messages can no longer be read: it stays as it is in the lake until that is sent again. */
  | 'messageLost';

export interface FoldedEncounter {
  readonly rows: Readonly<Record<ExtractTable, readonly Part[]>>;
  readonly personNo: string | null;
  readonly providerNo: string | null;
  /** What is said of people and institutions on the way, in order. */
  readonly said: readonly Extract<FeedEvent, { kind: 'person' | 'provider' }>[];
  /** Charges that no settlement has taken yet. */
  readonly waitingLines: number;
  readonly waitingFen: Fen;
  readonly problems: readonly Problem[];
}

interface Line {
  readonly row: Part;
  readonly batchNo: string | null;
}
interface Settled {
  readonly settlementNo: string;
  readonly batchNo: string | null;
  row: Part;
  lines: [string, Line][];
  reversedBy: { no: string; at: string } | null;
  /** It came before its charges. */
  early: boolean;
}

export function foldEncounter(
  encounterNo: string,
  events: readonly FeedEvent[],
  listTypeOf: (itemCode: string) => string | null,
): FoldedEncounter {
  const state = new Encounter(encounterNo, listTypeOf);
  for (const event of events) state.take(event);
  return state.folded();
}

/** What is known of an encounter while its events come. */
class Encounter {
  readonly #no: string;
  readonly #listTypeOf: (itemCode: string) => string | null;
  #visit: Part = {};
  readonly #said: Extract<FeedEvent, { kind: 'person' | 'provider' }>[] = [];
  readonly #diagnoses = new Map<string, readonly Part[]>();
  #operations: readonly Part[] = [];
  readonly #waiting = new Map<string, Line>();
  readonly #settlements: Settled[] = [];
  readonly #traces: Extract<FeedEvent, { kind: 'trace' }>[] = [];
  readonly #funds = new Map<string, Fen>();
  readonly #problems = new Set<Problem>();

  constructor(no: string, listTypeOf: (itemCode: string) => string | null) {
    this.#no = no;
    this.#listTypeOf = listTypeOf;
  }

  take(event: FeedEvent): void {
    switch (event.kind) {
      case 'person':
      case 'provider':
        this.#said.push(event);
        break;
      case 'visit':
        this.#visit = event.ifUnknown ? { ...event.row, ...this.#visit } : { ...this.#visit, ...event.row };
        break;
      case 'reopened':
        this.#visit = without(this.#visit, 'endtime', 'dscg_way');
        this.#diagnoses.delete('discharge');
        break;
      case 'cancelled':
        this.#waiting.clear();
        break;
      case 'diagnoses': {
        const before = event.merge ? (this.#diagnoses.get(event.stage) ?? []) : [];
        const numbers = new Set(event.rows.map((row) => row.diag_srt_no));
        this.#diagnoses.set(event.stage, [...before.filter((row) => !numbers.has(row.diag_srt_no)), ...event.rows]);
        break;
      }
      case 'operations':
        this.#operations = event.rows;
        break;
      case 'charge':
        this.#charge(event.lineNo, { row: event.row, batchNo: event.batchNo });
        break;
      case 'trace':
        this.#traces.push(event);
        break;
      case 'withdrawal':
        this.#withdraw(event);
        break;
      case 'settlement':
        this.#settle(event);
        break;
      case 'reversal':
        this.#reverse(event);
        break;
      case 'fund':
        this.#funds.set(event.settlementNo, event.fundFen);
        break;
    }
  }

  #charge(lineNo: string, line: Line): void {
    // what was sent last counts; what is settled stays beside it
    this.#waiting.delete(lineNo);
    const again = this.#settlements.some(
      ({ reversedBy, lines }) => reversedBy === null && lines.some(([no, { row }]) => no === lineNo && sameContent(row, line.row)),
    );
    if (again) return;
    // a settlement that came before its charges
    const hungry = this.#settlements.find(
      (one) =>
        one.early &&
        one.reversedBy === null &&
        sumOf(one.lines) < fen(one.row.medfee_sumamt) &&
        covers(one, line) &&
        one.lines.every(([no]) => no !== lineNo),
    );
    if (hungry) hungry.lines.push([lineNo, line]);
    else this.#waiting.set(lineNo, line);
  }

  #withdraw({ lineNos, batchNo }: Extract<FeedEvent, { kind: 'withdrawal' }>): void {
    let taken = 0;
    for (const [lineNo, line] of [...this.#waiting]) {
      const meant = lineNos ? lineNos.includes(lineNo) : batchNo === null || line.batchNo === batchNo;
      if (!meant) continue;
      this.#waiting.delete(lineNo);
      taken += 1;
    }
    if (taken === 0) this.#problems.add('withdrawalOfNothing');
  }

  #settle({ settlementNo, batchNo, row }: Extract<FeedEvent, { kind: 'settlement' }>): void {
    if (this.#settlements.some((one) => one.settlementNo === settlementNo)) return;
    const settled: Settled = { settlementNo, batchNo, row, lines: [], reversedBy: null, early: false };
    for (const [lineNo, line] of [...this.#waiting]) {
      if (!covers(settled, line)) continue;
      settled.lines.push([lineNo, line]);
      this.#waiting.delete(lineNo);
    }
    settled.early = settled.lines.length === 0;
    this.#settlements.push(settled);
  }

  #reverse({ settlementNo, reversalNo, at, withLines }: Extract<FeedEvent, { kind: 'reversal' }>): void {
    const settled = this.#settlements.find((one) => one.settlementNo === settlementNo);
    if (!settled) return void this.#problems.add('reversalUnknown');
    if (settled.reversedBy) return;
    settled.reversedBy = { no: reversalNo, at };
    if (!withLines) for (const [lineNo, line] of settled.lines) if (!this.#waiting.has(lineNo)) this.#waiting.set(lineNo, line);
  }

  folded(): FoldedEncounter {
    const personNo = this.#visit.psn_no ?? null;
    const settlements = this.#settlements.filter((one) => {
      const empty = one.lines.length === 0 && fen(one.row.medfee_sumamt) !== 0;
      if (empty) this.#problems.add('settlementWithoutCharges');
      return !empty;
    });
    const rows = settlements.length === 0 || personNo === null ? nothing : this.#rows(personNo, settlements);
    if (settlements.length > 0 && personNo === null) this.#problems.add('personUnknown');
    const waiting = [...this.#waiting.values()];
    return {
      rows,
      personNo,
      providerNo: this.#visit.fixmedins_code ?? null,
      said: this.#said,
      waitingLines: waiting.length,
      waitingFen: waiting.reduce((sum, { row }) => sum + fen(row.det_item_fee_sumamt), 0),
      problems: [...this.#problems],
    };
  }

  #rows(personNo: string, settlements: readonly Settled[]): FoldedEncounter['rows'] {
    const lines = settlements.flatMap(({ settlementNo, lines: own }) =>
      own.map(([lineNo, { row }]) => ({
        ...row,
        feedetl_sn: lineNo,
        mdtrt_id: this.#no,
        setl_id: settlementNo,
        ...listType(this.#listTypeOf(row.med_list_codg ?? '')),
      })),
    );
    return {
      mdtrt: [this.#visitRow(lines)],
      diag: this.#diagnosisRows(),
      oprn: this.#operationRows(),
      feedetl: lines,
      trac: this.#traceRows(lines),
      setl: settlements.flatMap((one) => this.#settlementRows(one, personNo)),
    };
  }

  /** An outpatient's visit lasts from the first charge to the last, where no message tells its times. */
  #visitRow(lines: readonly Part[]): Part {
    const times = lines.flatMap(({ fee_ocur_time: at }) => (at ? [at] : [])).toSorted();
    const first = lines[0];
    const inpatient = this.#isStay();
    const last = this.#settlements.at(-1)?.row;
    const begun = this.#visit.begntime ?? times[0] ?? '';
    const ended = this.#visit.endtime ?? (inpatient ? OPEN : (times.at(-1) ?? ''));
    const late = ended < begun;
    // a purchase whose charges were written down earlier ends where it begins
    if (late && this.#visit.endtime !== undefined) this.#problems.add('endsBeforeItBegins');
    return {
      ...(first?.bilg_dept_codg ? { dept_codg: first.bilg_dept_codg } : {}),
      ...(first?.bilg_dr_codg ? { dr_codg: first.bilg_dr_codg } : {}),
      ...(last?.med_type ? { med_type: last.med_type } : {}),
      ...(last?.insutype ? { insutype: last.insutype } : {}),
      ...this.#visit,
      begntime: begun,
      endtime: late ? (this.#visit.endtime === undefined ? begun : OPEN) : ended,
      mdtrt_id: this.#no,
    };
  }

  /** An admission told when it began; a sale tells it as well. */
  #isStay(): boolean {
    return this.#visit.begntime !== undefined && !this.#visit.fixmedins_code?.startsWith('P');
  }

  /** What the settlement list says at the end stands for what was said at discharge; nobody is discharged from an outpatient visit. */
  #diagnosisRows(): Part[] {
    const listed = this.#diagnoses.get('list');
    const last = listed && !this.#isStay() ? listed.map((row) => without(row, 'inout_diag_type')) : listed;
    const stages = [this.#diagnoses.get('admission'), last ?? this.#diagnoses.get('discharge')];
    return stages.flatMap((rows) => (rows ?? []).filter(({ diag_code: code }) => code).map((row) => ({ mdtrt_id: this.#no, ...row })));
  }

  #operationRows(): Part[] {
    const timed = this.#operations.filter(({ oprn_time: at }) => at !== undefined);
    if (timed.length < this.#operations.length) this.#problems.add('operationWithoutTime');
    return timed.map((row) => {
      const { oprn_end_time: end = '', ...rest } = row;
      return { mdtrt_id: this.#no, ...(end < (row.oprn_time ?? '') ? rest : row) };
    });
  }

  #traceRows(lines: readonly Part[]): Part[] {
    const numbers = new Set(lines.map(({ feedetl_sn: no }) => no));
    return this.#traces.flatMap(({ lineNo, itemCode, row }) => {
      const found =
        lineNo === null ? [...new Set(lines.flatMap((line) => (line.med_list_codg === itemCode ? [line.feedetl_sn] : [])))] : [lineNo];
      if (found.length === 1 && numbers.has(found[0] as string)) return [{ mdtrt_id: this.#no, feedetl_sn: found[0] as string, ...row }];
      this.#problems.add('traceWithoutLine');
      return [];
    });
  }

  #settlementRows({ settlementNo, row, lines, reversedBy }: Settled, personNo: string): Part[] {
    const listed = this.#funds.get(settlementNo);
    const own: Part = {
      ...(listed !== undefined && { fund_pay_sumamt: formatYuan(listed) }),
      ...row,
      setl_id: settlementNo,
      mdtrt_id: this.#no,
      psn_no: personNo,
      fixmedins_code: this.#visit.fixmedins_code ?? '',
      refd_setl_flag: '0',
    };
    if (fen(own.medfee_sumamt) !== sumOf(lines)) this.#problems.add('settlementSum');
    if (!reversedBy) return [own];
    const negative = Object.fromEntries(
      Object.entries(own).map(([column, text]) => [column, amounts.has(column) ? formatYuan(-fen(text)) : text]),
    );
    return [own, { ...negative, setl_id: reversedBy.no, setl_time: reversedBy.at, refd_setl_flag: '1', init_setl_id: settlementNo }];
  }
}

const fen = (text: string | undefined): Fen => parseYuan(text ?? '') ?? 0;
const sumOf = (lines: readonly (readonly [string, Line])[]): Fen =>
  lines.reduce((sum, [, { row }]) => sum + fen(row.det_item_fee_sumamt), 0);
const OPEN = formatInstant(OPEN_INSTANT);
const nothing: FoldedEncounter['rows'] = { mdtrt: [], diag: [], oprn: [], feedetl: [], trac: [], setl: [] };
const amounts = new Set(['medfee_sumamt', 'fund_pay_sumamt', 'inscp_amt', 'hifp_pay', 'acct_pay', 'maf_pay', 'psn_cash_pay']);
const covers = ({ batchNo }: Settled, line: Line): boolean => batchNo === null || line.batchNo === null || line.batchNo === batchNo;
const listType = (kind: string | null): Part => (kind === null ? {} : { list_type: kind });

/** Not the time at which it came. */
const sameContent = (a: Part, b: Part): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete('updt_time');
  return [...names].every((name) => a[name] === b[name]);
};
const without = (row: Part, ...columns: string[]): Part =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));
