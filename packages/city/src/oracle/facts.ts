/**
 * The extract as plain records, netted by hand. For tests: written from the claims contract and the policy table, knowing neither the
 * city's insides nor the rule language.
 */
import { type Day, dayOf, type Instant, parseDay, parseInstant } from '@hengjian/domain';
import { columns, type ExtractTable } from '../writer.ts';

export type Row = Record<string, string>;

/** Splits one CSV line; quotes as in RFC 4180. */
export function cells(line: string): string[] {
  const found: string[] = [];
  const pattern = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  for (const match of line.matchAll(pattern)) found.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  return found;
}

export const record = (head: readonly string[], line: string): Row =>
  Object.fromEntries(cells(line).map((value, index) => [head[index] ?? `_${index}`, value]));

export interface Person {
  no: string;
  sex: number;
  born: Day;
  dies: Day | null;
  address: string;
}
export interface Encounter {
  id: string;
  person: Person;
  providerNo: string;
  level: number;
  pharmacy: boolean;
  /** Days of the institution's agreement; infinite where an end is not on record. */
  agreed: { from: Day; to: Day };
  setting: 'inpatient' | 'outpatient' | 'emergency' | 'chronic' | 'pharmacy';
  maternity: boolean;
  /** matn_stas: 3 pregnant, 4 nursing. */
  motherhood: string;
  begins: Instant;
  ends: Instant;
  open: boolean;
  discharge: string;
  internet: boolean;
  diagnoses: string[];
  main: string;
  operations: string[];
  /** The same with their times, whether main. */
  operated: { code: string; day: Day; main: boolean; at: Instant; ends: Instant }[];
  /** dise_codg. */
  disease: string;
  lines: Line[];
  settlements: Settlement[];
  /** The row as it was sent. */
  raw: Row;
}
export interface Settlement {
  raw: Row;
  id: string;
  /** Paid by case (DRG): the fund's share of a line is not determined. */
  byCase: boolean;
  total: number;
  fund: number;
  at: Instant;
}
export interface Line {
  raw: Row;
  encounter: Encounter;
  key: string;
  no: string;
  code: string;
  kind: string;
  at: Instant;
  day: Day;
  quantity: number;
  price: number;
  inScope: number;
  fund: number;
  /** Settlement. */
  settlement: string;
  department: string;
  /** sin_dos and used_frqu. */
  dose: string;
  frequency: string;
  doctor: string;
  prescription: string;
  supplyDays: number | null;
}
export interface Facts {
  /** Rows of a table as they were written. */
  raw: (table: ExtractTable) => Row[];
  persons: Map<string, Person>;
  encounters: Encounter[];
  lines: Line[];
  doctors: Map<string, { state: string; from: Day; to: Day; title: string }>;
  /** What the lines of a settlement add up to as they were sent, in fen. */
  sentFen: Map<string, number>;
}

const settings: Record<string, Encounter['setting']> = {
  '11': 'outpatient',
  '51': 'outpatient',
  '13': 'emergency',
  '14': 'chronic',
  '41': 'pharmacy',
  '21': 'inpatient',
  '52': 'inpatient',
};
const FAR = 1e12;
const day = (text: string): Day => parseDay(text) as Day;
const instant = (text: string): Instant => parseInstant(text) as Instant;
const level = (code: string): number =>
  ['1', '2', '3', '4', '12'].includes(code) ? 3 : ['5', '6', '7', '13'].includes(code) ? 2 : code === '11' ? 0 : 1;

/** Reads the tables that a collecting sink gathered. */
export function readFacts(tables: Readonly<Record<ExtractTable, readonly string[]>>): Facts {
  const rows = (table: ExtractTable): Row[] => tables[table].map((line) => record(columns[table].split(','), line));
  const at = (row: Row, name: string): string => row[name] ?? '';
  const persons = new Map<string, Person>();
  for (const r of rows('psn'))
    persons.set(at(r, 'psn_no'), {
      no: at(r, 'psn_no'),
      sex: Number(r.gend),
      born: day(at(r, 'brdy')),
      dies: r.death_date ? day(r.death_date) : null,
      address: at(r, 'addr'),
    });
  const houses = new Map(rows('fixmedins').map((r) => [at(r, 'fixmedins_code'), r]));
  const doctors: Facts['doctors'] = new Map();
  for (const r of rows('prac'))
    doctors.set(at(r, 'prac_code'), {
      title: at(r, 'profttl'),
      state: at(r, 'stas'),
      from: r.stas_begndate ? day(r.stas_begndate) : FAR,
      to: r.stas_enddate ? day(r.stas_enddate) : FAR,
    });
  const encounters = new Map<string, Encounter>();
  for (const r of rows('mdtrt')) {
    const house = houses.get(at(r, 'fixmedins_code')) as Row;
    const person = persons.get(at(r, 'psn_no')) as Person;
    encounters.set(at(r, 'mdtrt_id'), {
      id: at(r, 'mdtrt_id'),
      person,
      providerNo: at(r, 'fixmedins_code'),
      level: level(at(house, 'hosp_lv')),
      pharmacy: house.fixmedins_type === '2',
      agreed: {
        from: house.agrm_begndate ? day(house.agrm_begndate) : -FAR,
        to: house.agrm_enddate ? day(house.agrm_enddate) : FAR,
      },
      setting: settings[at(r, 'med_type')] as Encounter['setting'],
      maternity: r.insutype === '510' || r.med_type === '51' || r.med_type === '52' || (r.matn_stas ?? '') !== '',
      motherhood: at(r, 'matn_stas'),
      begins: instant(at(r, 'begntime')),
      ends: r.endtime ? instant(r.endtime) : FAR,
      open: !r.endtime,
      discharge: at(r, 'dscg_way'),
      internet: r.internet_flag === '1',
      diagnoses: [],
      main: '',
      operations: [],
      operated: [],
      disease: at(r, 'dise_codg'),
      lines: [],
      settlements: [],
      raw: r,
    });
  }
  const of = (r: Row): Encounter => encounters.get(at(r, 'mdtrt_id')) as Encounter;
  for (const r of rows('diag')) {
    of(r).diagnoses.push(at(r, 'diag_code'));
    if (r.maindiag_flag === '1') of(r).main = at(r, 'diag_code');
  }
  for (const r of rows('oprn')) {
    of(r).operations.push(at(r, 'oprn_code'));
    of(r).operated.push({
      code: at(r, 'oprn_code'),
      day: dayOf(instant(at(r, 'oprn_time'))),
      main: r.main_oprn_flag === '1',
      at: instant(at(r, 'oprn_time')),
      ends: instant(r.oprn_end_time || at(r, 'oprn_time')),
    });
  }
  const dead = new Set<string>();
  for (const r of rows('setl')) {
    if (!r.init_setl_id) continue;
    dead.add(at(r, 'setl_id'));
    dead.add(r.init_setl_id);
  }
  for (const r of rows('setl')) {
    if (dead.has(at(r, 'setl_id'))) continue;
    of(r).settlements.push({
      raw: r,
      id: at(r, 'setl_id'),
      byCase: r.clr_way === '40',
      total: Number(r.medfee_sumamt),
      fund: Number(r.fund_pay_sumamt),
      at: instant(at(r, 'setl_time')),
    });
  }
  const lines = net(
    rows('feedetl').filter((r) => !dead.has(at(r, 'setl_id'))),
    of,
  );
  for (const line of lines) line.encounter.lines.push(line);
  const sentFen = new Map<string, number>();
  for (const r of rows('feedetl'))
    sentFen.set(at(r, 'setl_id'), (sentFen.get(at(r, 'setl_id')) ?? 0) + Math.round(Number(r.det_item_fee_sumamt) * 100));
  return { raw: rows, persons, encounters: [...encounters.values()], lines, doctors, sentFen };
}

/** A negative line reduces the line it names, else the latest earlier one of the same encounter, code and price. */
function net(rows: Row[], of: (row: Row) => Encounter): Line[] {
  const lines: Line[] = [];
  const byNo = new Map<string, Line>();
  const funds = new Map<string, number>();
  for (const r of rows) {
    const encounter = of(r);
    const settlement = encounter.settlements.find((s) => s.id === r.setl_id);
    funds.set(r.setl_id ?? '', settlement?.fund ?? 0);
    if (Number(r.cnt) < 0) continue;
    const at = instant(r.fee_ocur_time as string);
    const line: Line = {
      raw: r,
      encounter,
      key: `${encounter.id}:${r.feedetl_sn}`,
      no: r.feedetl_sn as string,
      code: r.med_list_codg as string,
      kind: r.list_type as string,
      at,
      day: dayOf(at),
      quantity: Number(r.cnt),
      price: Number(r.pric),
      inScope: Number(r.inscp_amt),
      fund: funds.get(r.setl_id ?? '') as number,
      settlement: r.setl_id ?? '',
      department: r.bilg_dept_codg as string,
      dose: r.sin_dos as string,
      frequency: r.used_frqu as string,
      doctor: r.bilg_dr_codg as string,
      prescription: r.rx_no as string,
      supplyDays: r.prd_days ? Number(r.prd_days) : null,
    };
    lines.push(line);
    byNo.set(line.key, line);
  }
  for (const r of rows) {
    if (Number(r.cnt) >= 0) continue;
    const encounter = of(r);
    const at = instant(r.fee_ocur_time as string);
    const named = r.init_feedetl_sn ? byNo.get(`${encounter.id}:${r.init_feedetl_sn}`) : undefined;
    const target =
      named ??
      lines
        .filter(
          (l) => l.encounter === encounter && l.code === r.med_list_codg && l.price === Number(r.pric) && l.at <= at && l.quantity > 0,
        )
        .sort((a, b) => a.at - b.at || (a.no < b.no ? -1 : 1))
        .at(-1);
    if (!target) throw new Error(`oracle: ${encounter.id}:${r.feedetl_sn} takes back nothing`);
    target.quantity += Number(r.cnt);
    target.inScope += Number(r.inscp_amt);
  }
  return lines.filter((line) => line.quantity > 1e-9);
}

export interface Point {
  /** Root of the chain of supersedes. */
  lineage: string;
  codes: string[];
  counterCodes: string[];
  params: Record<string, unknown>;
  from: Day;
  to: Day;
}

/** The starter knowledge of one rule. A superseded row ends the day before its successor. */
export function readPoints(csv: string): Point[] {
  const [head, ...body] = csv.trim().split('\n') as [string, ...string[]];
  const rows = body.map((line) => record(cells(head), line));
  const byId = new Map(rows.map((r) => [r.id as string, r]));
  const root = (r: Row): string => (r.supersedes ? root(byId.get(r.supersedes) as Row) : (r.id as string));
  return rows.map((r) => {
    const successor = rows.find((other) => other.supersedes === r.id);
    const to = Math.min(r.validTo ? day(r.validTo) : FAR, successor?.validFrom ? day(successor.validFrom) - 1 : FAR);
    return {
      lineage: root(r),
      codes: (r.codes as string).split(';'),
      counterCodes: (r.counterCodes as string).split(';').filter(Boolean),
      params: JSON.parse(r.params as string) as Record<string, unknown>,
      from: r.validFrom ? day(r.validFrom) : -FAR,
      to,
    };
  });
}
