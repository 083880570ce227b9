// 台账: lists, entries, entry by form, correction by a new entry, sheets in and out.
import { allRegisters, registerIn, registerOf } from '@hengjian/catalog';
import { readRegister, writeRegister, writeTemplate } from '@hengjian/documents';
import { currentEntries, type Issue, type Register, type RegisterEntry, readValues, writeCell } from '@hengjian/domain';
import { registerStoreOf } from '@hengjian/store';
import { correctEntry, declareComplete, importRegister } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, Refusal, said, taken } from '../refusal.ts';
import * as shapes from '../schemas/registers.ts';
import type { Services } from '../services.ts';

type Query = z.infer<typeof shapes.entryQuery>;
const named = z.object({ register: z.string() });

export function registersRoutes(app: App, { home, now }: Services): void {
  const store = registerStoreOf(home.db);
  app.get(
    '/api/registers',
    { config: { may: 'register.read' }, schema: { response: { 200: z.array(shapes.registerSummary) } } },
    async (request) => {
      const language = languageOf(request);
      const entries = Map.groupBy(await store.entries(), (entry) => entry.registerId);
      const declared = await store.completeness();
      return allRegisters.map((register) => summaryOf(registerIn(register, language), entries.get(register.id) ?? [], declared));
    },
  );

  app.get(
    '/api/registers/:register/entries',
    { config: { may: 'register.read' }, schema: { params: named, querystring: shapes.entryQuery, response: { 200: shapes.entryPage } } },
    async ({ params, query }) => {
      const register = taken(registerOf(params.register), 404);
      return pageOf(register, await store.entries({ registerId: register.id }), query);
    },
  );

  app.post(
    '/api/registers/:register/entries',
    { config: { may: 'register.enter' }, schema: { params: named, body: shapes.newEntry, response: { 200: shapes.imported } } },
    async (request) => {
      const register = taken(registerOf(request.params.register), 404);
      const values = valuesOf(registerIn(register, languageOf(request)), request.body.cells);
      const by = operatorOf(request);
      const rows = [{ row: 1, values }];
      const outcome = await importRegister(store, { register, rows, issues: [], file: '控制台', by, now: now() });
      return { ...taken(outcome), issues: [] };
    },
  );

  app.post(
    '/api/registers/:register/entries/:entry/correction',
    {
      config: { may: 'register.enter' },
      schema: {
        params: named.extend({ entry: z.string() }),
        body: shapes.correction,
        response: { 200: z.object({ entryId: z.string() }) },
      },
    },
    async (request) => {
      const register = taken(registerOf(request.params.register), 404);
      const { cells, reason } = request.body;
      const values = cells === null ? null : valuesOf(registerIn(register, languageOf(request)), cells);
      const given = { register, entryId: request.params.entry, values, reason, by: operatorOf(request), now: now() };
      return { entryId: taken(await correctEntry(store, given)).entryId };
    },
  );

  app.post(
    '/api/registers/:register/completeness',
    {
      config: { may: 'register.enter' },
      schema: { params: named, body: shapes.declaration, response: { 200: z.object({ fromDay: z.number(), toDay: z.number() }) } },
    },
    async (request) => {
      const register = taken(registerOf(request.params.register), 404);
      const given = { registerId: register.id, ...request.body, declaredBy: operatorOf(request), declaredAt: now() };
      return taken(await declareComplete(store, given));
    },
  );
  sheetRoutes(app, { home, now });
}

function sheetRoutes(app: App, { home, now }: Pick<Services, 'home' | 'now'>): void {
  const store = registerStoreOf(home.db);
  app.get(
    '/api/registers/:register/template.xlsx',
    { config: { may: 'register.read' }, schema: { params: named } },
    async ({ params }, reply) => {
      const register = taken(registerOf(params.register), 404);
      return sendFile(reply, await writeTemplate(register), `${register.title}模板.xlsx`, XLSX);
    },
  );

  app.get(
    '/api/registers/:register/entries.xlsx',
    { config: { may: 'register.read' }, schema: { params: named, querystring: shapes.entryQuery } },
    async ({ params, query }, reply) => {
      const register = taken(registerOf(params.register), 404);
      const rows = chosen(register, await store.entries({ registerId: register.id }), { ...query, history: false });
      return sendFile(reply, await writeRegister(register, rows), `${register.title}.xlsx`, XLSX);
    },
  );

  app.post(
    '/api/registers/:register/sheet',
    {
      config: { may: 'register.enter' },
      schema: {
        params: named,
        querystring: z.object({ file: z.string().max(200) }),
        consumes: ['application/octet-stream'],
        response: { 200: shapes.imported },
      },
    },
    async (request) => {
      const register = taken(registerOf(request.params.register), 404);
      const { file } = request.query;
      const reading = await readRegister(register, request.body as Buffer, file);
      const given = { register, rows: reading.rows, issues: reading.issues, file, by: operatorOf(request), now: now() };
      const outcome = await importRegister(store, given);
      const value = taken(outcome);
      return { ...value, issues: outcome.issues.map((issue) => said(issue, languageOf(request))) };
    },
  );
}

type Completeness = Awaited<ReturnType<ReturnType<typeof registerStoreOf>['completeness']>>;

function summaryOf(register: Register, entries: RegisterEntry[], declared: Completeness): shapes.RegisterSummary {
  const current = currentEntries(entries);
  const { fields, english: _, ...head } = register;
  return {
    ...head,
    fields: [...fields],
    entryCount: current.length,
    fromDay: current[0]?.occurredOn ?? null,
    toDay: current.at(-1)?.occurredOn ?? null,
    complete: declared.filter((period) => period.registerId === register.id).map(({ registerId: _, ...period }) => period),
  };
}

/** Typed cells to values, or the refusal that names every field at fault. */
function valuesOf(register: Register, cells: Record<string, string>) {
  const read = readValues(register, cells);
  if (read.ok) return read.values;
  const issues = read.issues.map(
    ({ field, issue }): Issue => ({ code: `register.${issue.code}`, severity: 'error', column: field.name, facts: { ...issue.facts } }),
  );
  throw new Refusal(issues, 422);
}

type Listed = RegisterEntry & { replacedBy: string | null };

function chosen(register: Register, all: RegisterEntry[], query: Query): Listed[] {
  const replacedBy = new Map(all.flatMap((entry) => (entry.corrects ? [[entry.corrects, entry.entryId] as const] : [])));
  const wanted = query.text?.trim().toLowerCase();
  const rows = all
    .map((entry) => ({ ...entry, replacedBy: replacedBy.get(entry.entryId) ?? null }))
    .filter((entry) => query.history || (!entry.withdrawn && entry.replacedBy === null))
    .filter(({ occurredOn }) => occurredOn >= (query.fromDay ?? -Infinity) && occurredOn <= (query.toDay ?? Infinity))
    .filter(
      (entry) =>
        !wanted ||
        entry.entryId.toLowerCase().includes(wanted) ||
        register.fields.some((field) => writeCell(field, entry.values[field.name]).toLowerCase().includes(wanted)),
    );
  const descending = query.sort?.startsWith('-') ?? true;
  const field = query.sort?.replace(/^-/, '') || register.dateField;
  return rows.sort((a, b) => compare(a.values[field] ?? null, b.values[field] ?? null) * (descending ? -1 : 1));
}

type Value = string | number | boolean | null;
function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'zh');
  return Number(a) - Number(b);
}

function pageOf(register: Register, all: RegisterEntry[], query: Query): shapes.EntryPage {
  const rows = chosen(register, all, query);
  const current = rows.filter((row) => !row.withdrawn && row.replacedBy === null);
  const summed = register.fields.filter(({ type }) => type === 'money' || type === 'count');
  return {
    total: rows.length,
    rows: rows.slice((query.page - 1) * query.size, query.page * query.size),
    sums: Object.fromEntries(
      summed.map(({ name }) => [name, current.reduce((sum, { values }) => sum + (typeof values[name] === 'number' ? values[name] : 0), 0)]),
    ),
  };
}
