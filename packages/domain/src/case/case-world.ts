// Cases of a rule as an officer could write them (cases.yaml), laid out as the lake's net records with everything else at its usual value.
import { feeParts } from '../lake.ts';
import { amountOf, formatYuan, PRICE_SCALE, parseFixed, parseYuan, QUANTITY_SCALE } from '../money.ts';
import { dayOf, OPEN_INSTANT } from '../time.ts';
import type { CaseValue, CaseFields as Raw, RuleCase } from './case-file.ts';
import { day, fail, instant } from './case-values.ts';

type Row = { readonly [column: string]: CaseValue };
type Tables = { readonly [table: string]: readonly Row[] };

const pick = (raw: Raw, name: string, usual: unknown) => (name in raw ? raw[name] : usual);
/** Surrogate of a published number within one case. */
class Numbers {
  private readonly seen = new Map<string, number>();
  of(no: string | null): number | null {
    if (no === null) return null;
    const known = this.seen.get(no);
    if (known !== undefined) return known;
    this.seen.set(no, this.seen.size + 1);
    return this.seen.size;
  }
}

export interface CaseWorld {
  tables: Tables;
  dimensions: { person: Row[]; provider: Row[]; practitioner: Row[]; item: Row[] };
}

/** The case's records as net tables, named as readers name them; derived records are not among them. */
export function caseTables(one: RuleCase): CaseWorld {
  const numbers = {
    person: new Numbers(),
    provider: new Numbers(),
    encounter: new Numbers(),
    settlement: new Numbers(),
    item: new Numbers(),
    line: new Numbers(),
    practitioner: new Numbers(),
  };
  const persons = new Map(Object.entries({ P1: {}, ...one.persons }).map(([no, raw]) => [no, personOf(no, raw, numbers.person)]));
  const providers = new Map(Object.entries({ H1: {}, ...one.providers }).map(([no, raw]) => [no, providerOf(no, raw, numbers.provider)]));
  const rawEncounters: { [no: string]: Raw } = { ...(one.encounters ?? { E1: {} }) };
  const encounters = new Map(
    Object.entries(rawEncounters).map(
      ([no, raw]) => [no, encounterOf(no, raw, persons, providers, numbers.encounter, numbers.practitioner)] as const,
    ),
  );
  const of = (raw: Raw): Row =>
    fail(encounters.get(String(pick(raw, 'encounter', [...encounters.keys()][0]))), `no encounter ${raw.encounter}`);
  const practitioners = Object.entries(one.practitioners ?? {}).map(([no, raw]) => practitionerOf(no, raw, numbers.practitioner));
  const lines = (one.lines ?? []).map((raw) => lineOf(raw, of(raw), numbers));
  // a published number has who is on the list of practitioners, as in the lake
  const published = new Map(practitioners.map((d) => [d.practitioner, d.practitionerNo]));
  for (const row of [...lines, ...encounters.values()])
    Object.assign(row, { practitionerNo: published.get(row.practitioner ?? null) ?? null });
  const settlements = Object.entries(one.settlements ?? {}).map(([no, raw]) => settlementOf(no, raw, of(raw), numbers.settlement));
  for (const encounter of encounters.values()) {
    const own = settlements.filter((s) => s.encounter === encounter.encounter);
    if (own.length > 0)
      Object.assign(encounter, {
        settlementNos: own
          .map((s) => s.settlementNo)
          .sort()
          .join(';'),
        totalFen: own.reduce((t, s) => t + Number(s.totalFen), 0),
      });
  }
  const small = (raw: Raw, serial: number): Row => ({
    ...copied(of(raw)),
    ...rowOf(raw),
    serial: serial + 1,
    encounterTotalFen: of(raw).totalFen as number,
    encounterFundFen: of(raw).fundFen as number,
    settlementNos: of(raw).settlementNos as string,
  });
  const tables = {
    line: lines,
    encounter: [...encounters.values()],
    settlement: settlements,
    diagnosis: (one.diagnoses ?? []).map((raw, i) => ({ kind: null, main: false, ...small(raw, i) })),
    operation: (one.operations ?? []).map((raw, i) => ({
      main: false,
      occurredAt: null,
      day: null,
      finishedAt: null,
      surgeon: null,
      anaesthetist: null,
      incision: null,
      mainDiagnosis: of(raw).mainDiagnosis as string,
      ...small(raw, i),
      ...('finishedAt' in raw && { finishedAt: instant(raw.finishedAt) }),
      ...('at' in raw && { occurredAt: instant(raw.at), day: raw.at === null ? null : dayOf(instant(raw.at) as number) }),
    })),
  };
  const beside = besideOf(one, numbers);
  const items = new Map(lines.map((l) => [l.item, { item: l.item, code: l.itemCode } as Row]));
  const trace = (one.traces ?? []).flatMap((raw) =>
    lines
      .filter((l) => l.lineNo === String(raw.line))
      .map((l) => ({ ...l, code: String(raw.code), split: pick(raw, 'split', false) as boolean })),
  );
  const practitionerStanding = practitioners.map(({ practitioner, practitionerNo, state, stateFrom, stateTo }) => ({
    practitioner,
    practitionerNo,
    state,
    stateFrom,
    stateTo,
  })) as Row[];
  const again = (one.standings ?? []).map((raw) => standingOf(raw, numbers.practitioner));
  const stored: Tables = {
    ...tables,
    trace,
    ...beside,
    practitioner: practitioners,
    practitionerStanding: [...practitionerStanding, ...again],
    provider: [...providers.values()],
  };
  return {
    tables: stored,
    dimensions: {
      person: [...persons.values()],
      provider: [...providers.values()],
      practitioner: practitioners,
      item: [...items.values()],
    },
  };
}

/** Registers beside the claims; `code`, `provider`, `person` and `practitioner` are published numbers. */
function besideOf(one: RuleCase, numbers: { [kind: string]: Numbers }): Tables {
  const no = (kind: string, raw: Raw, name: string, usual: string | null) =>
    numbers[kind]?.of((pick(raw, name, usual) as string | null) ?? null) ?? null;
  const some = (value: unknown) => (value === null ? null : fail(parseFixed(String(value), QUANTITY_SCALE), `no quantity ${value}`));
  const stock = (raw: Raw, name: string) => some(pick(raw, name, 0));
  const place = (raw: Raw) => ({ provider: no('provider', raw, 'provider', 'H1'), item: no('item', raw, 'code', 'A') });
  const until = (raw: Raw) => day(pick(raw, 'to', null));
  return {
    inventory: (one.inventory ?? []).map((raw) => ({
      ...place(raw),
      month: raw.month === null ? null : day(`${pick(raw, 'month', '2025-03')}-01`),
      period: String(pick(raw, 'month', '2025-03')),
      openingQuantity: stock(raw, 'opening'),
      purchasedQuantity: stock(raw, 'purchased'),
      soldQuantity: stock(raw, 'sold'),
      lostQuantity: stock(raw, 'lost'),
      closingQuantity: stock(raw, 'closing'),
    })),
    prescription: (one.prescriptions ?? []).map((raw) => ({
      ...place(raw),
      prescriptionNo: String(raw.no),
      person: no('person', raw, 'person', 'P1'),
      practitioner: no('practitioner', raw, 'practitioner', null),
      issuedDay: day(pick(raw, 'on', '2025-03-01')),
      validTo: until(raw),
      quantity: stock(raw, 'quantity'),
    })),
    equipment: (one.equipment ?? []).map((raw) => ({
      ...place(raw),
      unitCount: pick(raw, 'units', 1) as number,
      licence: pick(raw, 'licence', null) as string,
      validFrom: day(pick(raw, 'from', null)),
      validTo: until(raw),
    })),
    benefit: (one.benefits ?? []).map((raw) => ({
      person: no('person', raw, 'person', 'P1'),
      insurance: pick(raw, 'insurance', 'employee') as string,
      state: pick(raw, 'state', '1') as string,
      validFrom: day(pick(raw, 'from', '2025-01-01')),
      validTo: until(raw),
    })),
    chronicApproval: (one.approvals ?? []).map((raw) => ({
      person: no('person', raw, 'person', 'P1'),
      diseaseCode: pick(raw, 'diseaseCode', 'M03900') as string,
      quotaFen: raw.quota === undefined || raw.quota === null ? null : (parseYuan(String(raw.quota)) as number),
      validFrom: day(pick(raw, 'from', '2025-01-01')),
      validTo: until(raw),
    })),
  };
}

const rowOf = (raw: Raw): Row => Object.fromEntries(Object.entries(raw).filter(([name]) => !['encounter', 'at'].includes(name))) as Row;

function personOf(no: string, raw: Raw, numbers: Numbers): Row {
  return {
    person: numbers.of(no),
    personNo: no,
    sex: pick(raw, 'sex', 1) as number,
    birthDay: day(pick(raw, 'birthDay', '1980-01-01')),
    deathDay: day(pick(raw, 'deathDay', null)),
  };
}
function providerOf(no: string, raw: Raw, numbers: Numbers): Row {
  return {
    provider: numbers.of(no),
    providerNo: no,
    level: pick(raw, 'level', 3) as number,
    agreementFrom: day(pick(raw, 'from', null)),
    agreementTo: day(pick(raw, 'to', null)),
    providerKind: pick(raw, 'kind', 'medical') as string,
    beds: pick(raw, 'beds', null) as number,
  };
}

function practitionerOf(no: string, raw: Raw, numbers: Numbers): Row {
  return {
    practitioner: numbers.of(no),
    practitionerNo: no,
    name: null,
    provider: null,
    title: pick(raw, 'title', null) as string,
    kind: null,
    state: pick(raw, 'state', '1') as string,
    stateFrom: day(pick(raw, 'from', null)),
    stateTo: day(pick(raw, 'to', null)),
    scope: pick(raw, 'scope', null) as string,
  };
}

/** A suspension or an end by the bureau's points; `no` is the published number. */
const standingOf = (raw: Raw, numbers: Numbers): Row => ({
  practitioner: numbers.of(String(raw.no)),
  practitionerNo: String(raw.no),
  state: pick(raw, 'state', '2') as string,
  stateFrom: day(pick(raw, 'from', null)),
  stateTo: day(pick(raw, 'to', null)),
});

function encounterOf(
  no: string,
  raw: Raw,
  persons: Map<string, Row>,
  providers: Map<string, Row>,
  numbers: Numbers,
  practitioners: Numbers,
): Row {
  const person = fail(persons.get(String(pick(raw, 'person', 'P1'))), `no person ${raw.person}`);
  const provider = fail(providers.get(String(pick(raw, 'provider', 'H1'))), `no provider ${raw.provider}`);
  const begunAt = instant(pick(raw, 'begunAt', '2025-03-01 08:00:00'));
  const ended = pick(raw, 'endedAt', undefined);
  const endedAt =
    ended === 'open' ? OPEN_INSTANT : ended === undefined ? (begunAt === null ? null : begunAt + 10 * 86_400) : instant(ended);
  const usual = {
    setting: 'inpatient',
    insurance: 'employee',
    maternity: null,
    internet: false,
    outOfArea: false,
    mainDiagnosis: null,
    department: null,
    bed: null,
    dischargeWay: null,
    medicalKind: null,
    diseaseCode: null,
    practitioner: null,
    settlementNos: null,
    statedStayDays: null,
    idleDays: null,
    sentGroup: null,
    birthWeightGrams: null,
    address: null,
  };
  const own = Object.fromEntries(Object.entries(raw).filter(([name]) => name in usual));
  const total = parseYuan(String(pick(raw, 'total', '1000.00'))) as number;
  return {
    encounter: numbers.of(no),
    encounterNo: no,
    ...person,
    ...provider,
    begunAt,
    endedAt,
    begunDay: begunAt === null ? null : dayOf(begunAt),
    endedDay: endedAt === null ? null : dayOf(endedAt),
    settledDay: endedAt === null || endedAt >= OPEN_INSTANT ? dayOf(begunAt ?? 0) : dayOf(endedAt),
    totalFen: total,
    inScopeFen: total,
    fundFen: yuan(pick(raw, 'fund', formatYuan(total))),
    ...Object.fromEntries(feeParts.map((part) => [`${part}Fen`, yuan(pick(raw, part, null))])),
    ...usual,
    ...own,
    practitioner: practitioners.of((raw.practitioner as string | undefined) ?? null),
  } as Row;
}

const yuan = (value: unknown): number | null => (value === null ? null : fail(parseYuan(String(value)), `no amount: ${value}`));

/** What lines, diagnoses and settlements repeat of their encounter. */
const copied = (encounter: Row): Row =>
  Object.fromEntries(
    Object.entries(encounter).filter(
      ([name]) =>
        ![
          'totalFen',
          'inScopeFen',
          'fundFen',
          'mainDiagnosis',
          'department',
          'bed',
          'dischargeWay',
          'settlementNos',
          'practitioner',
          'practitionerNo',
          'medicalKind',
          'diseaseCode',
          'begunDay',
          'endedDay',
          'statedStayDays',
          'idleDays',
          'sentGroup',
          'birthWeightGrams',
          'address',
          ...feeParts.map((part) => `${part}Fen`),
        ].includes(name),
    ),
  );

function lineOf(raw: Raw, encounter: Row, numbers: { [kind: string]: Numbers }): Row {
  const at = instant(pick(raw, 'at', '2025-03-02 09:00:00')) as number;
  const quantity =
    pick(raw, 'quantity', 1) === null
      ? null
      : fail(parseFixed(String(pick(raw, 'quantity', 1)), QUANTITY_SCALE), `no quantity ${raw.quantity}`);
  const price =
    pick(raw, 'price', 10) === null ? null : fail(parseFixed(String(pick(raw, 'price', 10)), PRICE_SCALE), `no price ${raw.price}`);
  const amount =
    'amount' in raw ? (parseYuan(String(raw.amount)) as number) : quantity === null || price === null ? 0 : amountOf(quantity, price);
  const code = pick(raw, 'code', 'A') as string;
  const settlement = (pick(raw, 'settlement', null) as string | null) ?? null;
  return {
    ...copied(encounter),
    line: numbers.line?.of(`${encounter.encounterNo}:${raw.no}:${settlement}`) ?? null,
    lineNo: String(raw.no),
    settlement: numbers.settlement?.of(settlement) ?? null,
    settlementNo: settlement,
    item: numbers.item?.of(code) ?? null,
    itemCode: code,
    practitioner: numbers.practitioner?.of(pick(raw, 'practitioner', null) as string | null) ?? null,
    occurredAt: at,
    day: dayOf(at),
    settledDay: dayOf(at),
    kind: pick(raw, 'kind', 'drug') as string,
    feeCategory: pick(raw, 'category', null) as string,
    uploadDelaySeconds: pick(raw, 'delaySeconds', null) as number,
    department: pick(raw, 'department', null) as string,
    prescriptionNo: pick(raw, 'prescription', null) as string,
    supplyDays: pick(raw, 'days', null) as number,
    singleDose: pick(raw, 'dose', null) as string,
    frequency: pick(raw, 'frequency', null) as string,
    diseaseCode: encounter.diseaseCode as string,
    quantity,
    unitPrice: price,
    amountFen: amount,
    inScopeFen: 'inScope' in raw ? (parseYuan(String(raw.inScope)) as number) : amount,
    fundFen: 'fund' in raw ? (raw.fund === null ? null : (parseYuan(String(raw.fund)) as number)) : amount,
    originalQuantity: quantity,
    originalAmountFen: amount,
  };
}

function settlementOf(no: string, raw: Raw, encounter: Row, numbers: Numbers): Row {
  const at = instant(pick(raw, 'at', '2025-03-11 09:00:00')) as number;
  const total = parseYuan(String(pick(raw, 'total', '1000.00'))) as number;
  return {
    ...copied(encounter),
    settlement: numbers.of(no),
    settlementNo: no,
    settledAt: at,
    settledDay: dayOf(at),
    medicalKind: null,
    clearingWay: null,
    totalFen: total,
    inScopeFen: total,
    fundFen: 'fund' in raw ? yuan(raw.fund) : total,
    poolFen: yuan(pick(raw, 'pool', null)),
    accountFen: yuan(pick(raw, 'account', null)),
    aidFen: yuan(pick(raw, 'aid', null)),
    cashFen: yuan(pick(raw, 'cash', null)),
    linesFen: yuan(pick(raw, 'lines', null)),
  };
}
