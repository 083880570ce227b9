/** A case as a small table: each cell knows whether it belongs to the record, its encounter, its person or its institution. */
import { type ComposerTable, caseFieldOf, comparisonsOf, type ProposedCase, type RuleForm } from '@hengjian/language';

type Raw = { [field: string]: unknown };
type Shelf = 'lines' | 'diagnoses' | 'operations' | 'settlements' | 'encounters';
const shelves: Readonly<Record<ComposerTable, Shelf>> = {
  line: 'lines',
  diagnosis: 'diagnoses',
  operation: 'operations',
  settlement: 'settlements',
  encounter: 'encounters',
};

export interface CaseRow {
  readonly key: string;
  readonly raw: Raw;
  readonly encounterNo: string;
}

const firstEncounter = (one: ProposedCase): string => Object.keys(one.encounters ?? {})[0] ?? 'E1';

/** The case's records of one table. */
export function rowsOf(one: ProposedCase, table: ComposerTable): CaseRow[] {
  const shelf = one[shelves[table] as 'lines'] as Raw[] | { [no: string]: Raw } | undefined;
  const named: [string, Raw][] = Array.isArray(shelf) ? shelf.map((raw, i) => [String(i), raw]) : Object.entries(shelf ?? {});
  return named.map(([key, raw]) => ({ key, raw, encounterNo: table === 'encounter' ? key : String(raw.encounter ?? firstEncounter(one)) }));
}

function withRow(one: ProposedCase, table: ComposerTable, key: string, raw: Raw | undefined): ProposedCase {
  const shelf = shelves[table];
  const old = one[shelf as 'lines'] as Raw[] | { [no: string]: Raw } | undefined;
  if (shelf === 'settlements' || shelf === 'encounters') {
    const { [key]: _, ...rest } = (old ?? {}) as { [no: string]: Raw };
    const kept = old as { [no: string]: Raw } | undefined;
    // the order of the rows stays as it was
    const next = raw === undefined ? rest : kept && key in kept ? { ...kept, [key]: raw } : { ...rest, [key]: raw };
    return { ...one, [shelf]: next };
  }
  const list = (old ?? []) as Raw[];
  const next =
    raw === undefined
      ? list.filter((_, i) => String(i) !== key)
      : Number(key) < list.length
        ? list.map((item, i) => (String(i) === key ? raw : item))
        : [...list, raw];
  return { ...one, [shelf]: next };
}

/** What a column of the little table is: a field of the rule, or who and where. */
export type CaseColumn =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'encounter' }
  | { readonly kind: 'person' }
  | { readonly kind: 'provider' };

const careOf = (one: ProposedCase, row: CaseRow): Raw => one.encounters?.[row.encounterNo] ?? {};
const personNo = (one: ProposedCase, row: CaseRow): string => String(careOf(one, row).person ?? 'P1');
const providerNo = (one: ProposedCase, row: CaseRow): string => String(careOf(one, row).provider ?? 'H1');

/** What stands in a cell; undefined: the usual value. */
export function cellOf(one: ProposedCase, table: ComposerTable, row: CaseRow, column: CaseColumn): unknown {
  if (column.kind === 'encounter') return row.encounterNo;
  if (column.kind === 'person') return personNo(one, row);
  if (column.kind === 'provider') return providerNo(one, row);
  const place = caseFieldOf(table, column.field);
  if (!place) return undefined;
  if (place.in === 'record') return row.raw[place.name];
  if (place.in === 'encounter') return careOf(one, row)[place.name];
  return place.in === 'person' ? one.persons?.[personNo(one, row)]?.[place.name] : one.providers?.[providerNo(one, row)]?.[place.name];
}

/** The case with another value in that cell. A person's sex is one, whatever row it is written in. */
export function withCell(one: ProposedCase, table: ComposerTable, row: CaseRow, column: CaseColumn, value: unknown): ProposedCase {
  const care = (more: Raw): ProposedCase => ({
    ...one,
    encounters: { ...one.encounters, [row.encounterNo]: { ...careOf(one, row), ...more } },
  });
  if (column.kind === 'encounter') {
    const no = String(value || 'E1');
    const moved = withRow(one, table, row.key, { ...row.raw, encounter: no });
    return { ...moved, encounters: { ...moved.encounters, [no]: moved.encounters?.[no] ?? { ...careOf(one, row) } } };
  }
  if (column.kind === 'person')
    return {
      ...care({ person: String(value || 'P1') }),
      persons: { ...one.persons, [String(value || 'P1')]: one.persons?.[String(value || 'P1')] ?? {} },
    };
  if (column.kind === 'provider')
    return {
      ...care({ provider: String(value || 'H1') }),
      providers: { ...one.providers, [String(value || 'H1')]: one.providers?.[String(value || 'H1')] ?? {} },
    };
  const place = caseFieldOf(table, column.field);
  if (!place) return one;
  if (place.in === 'record') return withRow(one, table, row.key, { ...row.raw, [place.name]: value });
  if (place.in === 'encounter') return care({ [place.name]: value });
  if (place.in === 'person') {
    const no = personNo(one, row);
    return { ...one, persons: { ...one.persons, [no]: { ...one.persons?.[no], [place.name]: value } } };
  }
  const no = providerNo(one, row);
  return { ...one, providers: { ...one.providers, [no]: { ...one.providers?.[no], [place.name]: value } } };
}

export const withoutRow = (one: ProposedCase, table: ComposerTable, row: CaseRow): ProposedCase => withRow(one, table, row.key, undefined);

/** One more record, like the last. */
export function withNewRow(one: ProposedCase, table: ComposerTable): ProposedCase {
  const rows = rowsOf(one, table);
  const last = rows.at(-1);
  const n = rows.length + 1;
  const raw: Raw = last ? { ...last.raw } : {};
  if (table === 'line') Object.assign(raw, { no: `L${n}` });
  if (table === 'settlement') return withRow(one, table, `S${n}`, raw);
  if (table === 'encounter') return withRow(one, table, `E${n}`, raw);
  return withRow({ ...one, encounters: one.encounters ?? { E1: {} } }, table, String(rows.length), raw);
}

const usual: Readonly<Record<ComposerTable, readonly string[]>> = {
  line: ['item', 'occurredAt'],
  encounter: ['begunAt', 'endedAt'],
  settlement: ['settledAt'],
  diagnosis: ['code'],
  operation: ['code'],
};

/** Columns that the rule asks of this table, and who and where. */
export function columnsOf(form: RuleForm, table: ComposerTable): CaseColumn[] {
  const { shape } = form;
  const asked: string[] = [];
  if (table === form.reads) {
    const groups = [form.population, ...(shape.kind === 'row' ? [shape.when] : []), ...form.exemptions.map(({ when }) => when)];
    asked.push(...groups.flatMap((group) => comparisonsOf(group).map(({ field }) => field)));
    if (shape.kind === 'total' && shape.measure === 'quantity') asked.push('quantity');
    if (shape.kind === 'total' && shape.measure === 'amount') asked.push(form.reads === 'line' ? 'amountFen' : 'totalFen');
  }
  if (shape.kind === 'together')
    for (const one of comparisonsOf(shape.on)) if ((one.of === 'right' ? shape.other : form.reads) === table) asked.push(one.field);
  const places = new Set<string>();
  const fields = [...usual[table], ...asked].filter((field) => {
    const place = caseFieldOf(table, field);
    const name = place && `${place.in}.${place.name}`;
    if (!name || places.has(name)) return false;
    places.add(name);
    return true;
  });
  return [
    ...fields.map((field): CaseColumn => ({ kind: 'field', field })),
    ...(table === 'encounter' ? [] : [{ kind: 'encounter' } as const]),
    { kind: 'person' },
    { kind: 'provider' },
  ];
}

/** Tables of the records that a case of this rule holds. */
export const caseTablesOf = (form: RuleForm): ComposerTable[] => [
  ...new Set([form.reads, ...(form.shape.kind === 'together' ? [form.shape.other] : [])]),
];
