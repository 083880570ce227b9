// The records behind a measured number, with what people want to see of each.
import { allRegisters, type MeasureTable, measureTables, registerIn } from '@hengjian/catalog';
import {
  type Day,
  formatYuan,
  type Language,
  type Plan,
  type RegisterEntry,
  type RegisterField,
  type Words,
  writeCell,
} from '@hengjian/domain';
import { lastPosting, literal, type OpenMeasuring, openMeasuring, planStoreOf, recoveryEntries, registerStoreOf } from '@hengjian/store';
import { askedOf, measureById, planIdOfIndicator, sideOf } from '@hengjian/workflows';
import { refuse } from './refusal.ts';
import type { RecordPageJson } from './schemas/plans.ts';
import type { Services } from './services.ts';

type Side = 'numerator' | 'denominator';
type Page = { offset: number; limit: number };
type Record = { record: string; day: number };
type Told = Pick<RecordPageJson, 'kind' | 'registerId' | 'columns' | 'rows'>;

export interface MeasuredRecords {
  behind(indicatorId: string, side: Side, page: Page, language: Language): Promise<RecordPageJson>;
  close(): Promise<void>;
}

/** Keeps the last opened set of records: a drawer is turned page by page. */
export function measuredRecordsOf(services: Services): MeasuredRecords {
  const { home } = services;
  let open: { key: string; measuring: OpenMeasuring } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = async () => {
    await open?.measuring.close();
    open = undefined;
  };
  const measuringOf = async (plan: Plan, asOf: Day) => {
    const [{ version }, serial, posting] = await Promise.all([
      home.lake.snapshot(),
      registerStoreOf(home.db).lastSerial(),
      lastPosting(home.db),
    ]);
    const key = [plan.planId, asOf, version, serial, posting].join('|');
    if (open?.key === key) return open.measuring;
    await close();
    const measuring = await openMeasuring(home, plan, asOf);
    open = { key, measuring };
    return measuring;
  };
  const behind = async (indicatorId: string, side: Side, { offset, limit }: Page, language: Language): Promise<RecordPageJson> => {
    const store = planStoreOf(home.db);
    const planId = planIdOfIndicator(indicatorId);
    const [adopted, run, links] = await Promise.all([store.plan(planId), store.lastRun(planId), store.measuresOf(planId)]);
    const project = adopted?.plan.projects.find((one) => one.indicators.some((row) => row.indicatorId === indicatorId));
    const indicator = project?.indicators.find((row) => row.indicatorId === indicatorId);
    if (!adopted || !project || !indicator) refuse('plan.unknown-indicator', { id: indicatorId }, 404);
    if (!run) refuse('measure.no-run', { planId }, 409);
    const measured = run.rows.find((row) => row.indicatorId === indicatorId);
    const measure = measureById(measured?.measureId ?? links.find((link) => link.indicatorId === indicatorId)?.measureId ?? null);
    const part = measure && sideOf(measure, side);
    if (!part) refuse('measure.no-side', { measure: measure?.title.zh ?? '' }, 404);
    const measuring = await measuringOf(adopted.plan, run.asOf);
    const found = await measuring.records(part, askedOf(project, indicator, run.asOf), { offset, limit: limit + 1 });
    const table = measureTables[part.from] as MeasureTable;
    const told = await tell(services, table, found.slice(0, limit), language);
    return { title: part.title, source: table.title, ...told, more: found.length > limit };
  };
  return {
    behind(indicatorId, side, page, language) {
      const turn = last.then(() => behind(indicatorId, side, page, language));
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      await last;
      await close();
    },
  };
}

async function tell(services: Services, table: MeasureTable, records: readonly Record[], language: Language): Promise<Told> {
  if (table.registerId) return entries(services, table.registerId, records, language);
  if (table.record === 'settlementNo' || table.record === 'encounterNo') return claims(services, table.record, records, language);
  const kind = table.record === 'findingId' ? 'finding' : 'other';
  return { kind, registerId: null, columns: [], rows: records.map((row) => ({ ...dated(row), cells: [] })) };
}

const dated = ({ record, day }: Record) => ({ record, day: day > 0 ? day : null });

const yuan: Words = { zh: '元', en: 'yuan' };
const flags: Readonly<{ [value: string]: Words }> = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };
const aside = (what: string, unit: string, language: Language) => (language === 'zh' ? `${what}（${unit}）` : `${what} (${unit})`);
const cell = (field: RegisterField, value: RegisterEntry['values'][string] | undefined, language: Language) =>
  (field.type === 'flag' ? flags[String(value)]?.[language] : undefined) ?? writeCell(field, value);

async function entries({ home }: Services, registerId: string, records: readonly Record[], language: Language): Promise<Told> {
  const register = allRegisters.find(({ id }) => id === registerId);
  const fields = (register && registerIn(register, language))?.fields.filter(({ name }) => name !== register?.dateField) ?? [];
  const store = registerStoreOf(home.db);
  const ids = records.map(({ record }) => record);
  // of recoveries, those that the ledger of findings says
  const posted = new Map((await recoveryEntries(home.db, ids)).map((entry) => [entry.entryId, entry]));
  const found = await Promise.all(ids.map(async (id) => posted.get(id) ?? (await store.entry(id))?.values));
  return {
    kind: 'register',
    registerId,
    columns: fields.map(({ title, type, unit }) => ({
      title: type === 'money' ? aside(title, yuan[language], language) : unit ? aside(title, unit, language) : title,
      number: type === 'money' || type === 'count' || type === 'quantity',
    })),
    rows: records.map((row, index) => ({
      ...dated(row),
      cells: fields.map((field) => cell(field, (found[index] as RegisterEntry['values'] | undefined)?.[field.name], language)),
    })),
  };
}

const claimColumns: readonly { title: Words; number: boolean }[] = [
  { title: { zh: '机构', en: 'Institution' }, number: false },
  { title: { zh: '总费用（元）', en: 'Total cost (yuan)' }, number: true },
  { title: { zh: '基金（元）', en: 'Fund (yuan)' }, number: true },
];

async function claims(
  { lake, names }: Services,
  by: 'settlementNo' | 'encounterNo',
  records: readonly Record[],
  language: Language,
): Promise<Told> {
  const columns = claimColumns.map(({ title, number }) => ({ title: title[language], number }));
  if (records.length === 0) return { kind: 'claims', registerId: null, columns, rows: [] };
  const table = by === 'settlementNo' ? 'settlement' : 'encounter';
  const rows = await lake.read((connection) =>
    connection.rows<{ no: string; providerNo: string; totalFen: number | null; fundFen: number | null }>(
      `SELECT t."${by}" AS no, v."providerNo", t."totalFen", t."fundFen" FROM ${table} t JOIN provider v USING (provider)
        WHERE t."${by}" IN (${records.map(({ record }) => literal(record)).join(', ')})`,
    ),
  );
  const byNo = new Map(rows.map((row) => [row.no, row]));
  const providers = await names.providers();
  const money = (fen: number | null | undefined) => (fen === null || fen === undefined ? '' : formatYuan(fen));
  return {
    kind: 'claims',
    registerId: null,
    columns,
    rows: records.map((row) => {
      const found = byNo.get(row.record);
      const name = found ? (providers.get(found.providerNo)?.name ?? found.providerNo) : '';
      return { ...dated(row), cells: [name, money(found?.totalFen), money(found?.fundFen)] };
    }),
  };
}
