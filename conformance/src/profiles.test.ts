// Pages of physicians and pharmacies and of the insured person over a small city: numbers against the extract's own rows, and what each
// account is not shown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { columns, folderSink, generateCity, type Sink } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { accountPortsOf, createApp, wallClock } from '@hengjian/server';
import type { PracticeListJson, PracticePageJson } from '@hengjian/server/schemas/practice.ts';
import { accountStoreOf, claimsImporter, type Home, openHome } from '@hengjian/store';
import { type AccountWish, addAccount, importClaims } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-profiles-'));
let home: Home;
let app: Awaited<ReturnType<typeof createApp>>;
type Row = Record<string, string>;
const extract: Record<'setl' | 'mdtrt' | 'fixmedins', Row[]> = { setl: [], mdtrt: [], fixmedins: [] };
/** Encounters that were settled and not reversed, with what they cost. */
let settled: (Row & { costFen: number })[] = [];

beforeAll(async () => {
  const files = folderSink(path.join(folder, 'extract'));
  const sink: Sink = {
    ...files,
    row(table, row) {
      files.row(table, row);
      if (!(table in extract)) return;
      const names = columns[table].split(',');
      extract[table as 'setl'].push(Object.fromEntries(row.split(',').map((cell, i) => [names[i] as string, cell])));
    },
  };
  generateCity({ persons: 300, months: 4, seed: 11, from: dayOfDate(2025, 1, 1) }, plants, sink, () => {});
  sink.close();
  const reversed = new Set(extract.setl.flatMap((row) => (row.init_setl_id ? [row.init_setl_id, row.setl_id as string] : [])));
  const cost = new Map<string, number>();
  for (const row of extract.setl)
    if (!reversed.has(row.setl_id as string))
      cost.set(row.mdtrt_id as string, (cost.get(row.mdtrt_id as string) ?? 0) + Math.round(Number(row.medfee_sumamt) * 100));
  settled = extract.mdtrt.flatMap((row) => {
    const costFen = cost.get(row.mdtrt_id as string);
    return costFen === undefined ? [] : [{ ...row, costFen } as Row & { costFen: number }];
  });
  home = await openHome(path.join(folder, 'home'));
  const imported = await importClaims(claimsImporter(home), {
    folder: path.join(folder, 'extract'),
    acceptRejects: false,
    progress: () => {},
  });
  expect(imported.ok).toBe(true);
  app = await createApp({ home });
}, 300_000);
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (url: string, cookie = '', payload?: object) => {
  const answer = await app.inject({ url, method: payload ? 'POST' : 'GET', headers: { cookie }, ...(payload && { payload }) });
  return { status: answer.statusCode, json: answer.json() };
};
const ask = async <T>(url: string, cookie = ''): Promise<T> => {
  const { status, json } = await call(url, cookie);
  expect(status, JSON.stringify(json)).toBe(200);
  return json as T;
};
const PASSWORD = 'a-long-password';
/** An account that is past its first password, and its cookie. */
async function account(wish: Omit<AccountWish, 'password' | 'name'>): Promise<string> {
  const { accountId } = wish;
  const by = { by: 'test', at: wallClock() };
  const added = await addAccount(
    await accountPortsOf(home, wallClock()),
    { ...wish, name: `name of ${accountId}`, password: PASSWORD },
    by,
  );
  expect(added.ok, JSON.stringify(added)).toBe(true);
  const step = { noun: 'account', subjectId: accountId, action: 'changePassword', before: 'active', after: 'active', why: null, ...by };
  await accountStoreOf(home.db).change(accountId, { mustChange: false }, step, false);
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { accountId, password: PASSWORD } });
  expect(answer.statusCode, answer.body).toBe(200);
  return String(answer.headers['set-cookie']).split(';')[0] as string;
}
const kindOf = (no: string | undefined) => extract.fixmedins.find((row) => row.fixmedins_code === no)?.fixmedins_type;
const isPharmacy = (row: Row) => kindOf(row.fixmedins_code) === '2';
const most = (rows: readonly Row[], name: string): [string, Row[]] =>
  [...Map.groupBy(rows, (row) => row[name] as string)].filter(([no]) => no).sort((a, b) => b[1].length - a[1].length)[0] as [string, Row[]];
const costOf = (rows: readonly Row[]) => (rows as (Row & { costFen: number })[]).reduce((sum, row) => sum + row.costFen, 0);
const peopleOf = (rows: readonly Row[]) => new Set(rows.map((row) => row.psn_no)).size;

describe('a physician', () => {
  test('volume, months and diagnoses are what the institutions wrote', async () => {
    const [no, own] = most(
      settled.filter((row) => !isPharmacy(row)),
      'dr_codg',
    );
    const page = await ask<PracticePageJson>(`/api/practice/physician/${no}`);
    expect(page.totals).toMatchObject({ encounters: own.length, people: peopleOf(own), totalFen: costOf(own) });
    expect(page.months.reduce((sum, row) => sum + row.encounters, 0)).toBe(own.length);
    expect(page.settings.reduce((sum, row) => sum + row.n, 0)).toBe(own.length);
    expect(page.providers.map(({ providerNo }) => providerNo)).toEqual([...new Set(own.map((row) => row.fixmedins_code as string))].sort());
    // compared where most of the work was done
    const [department] = most(own, 'dept_codg');
    expect(page.department).toBe(department);
    const march = await ask<PracticePageJson>(`/api/practice/physician/${no}?from=2025-03&to=2025-03`);
    expect(march.months).toHaveLength(1);
  });
  test('the list has everybody who treated, and finds one by number', async () => {
    const doctors = new Set(settled.filter((row) => !isPharmacy(row) && row.dr_codg).map((row) => row.dr_codg));
    const list = await ask<NonNullable<PracticeListJson>>('/api/practice/physician?size=500');
    expect(list.total).toBe(doctors.size);
    const [first] = list.rows;
    const found = await ask<NonNullable<PracticeListJson>>(`/api/practice/physician?text=${first?.no}`);
    expect(found.rows.map(({ no }) => no)).toEqual([first?.no]);
    const file = await app.inject({ url: '/api/practice/physician/export' });
    expect(file.body.trim().split('\r\n')).toHaveLength(doctors.size + 1);
  });
  test('cost per visit is the mean of the visits in the home department', async () => {
    const [no, own] = most(
      settled.filter((row) => !isPharmacy(row) && !['21', '22', '24', '52'].includes(row.med_type as string)),
      'dr_codg',
    );
    const page = await ask<PracticePageJson>(`/api/practice/physician/${no}`);
    const visits = own.filter((row) => row.dept_codg === page.department);
    const mark = page.peers?.marks.find(({ indicator }) => indicator === 'visitCost');
    expect(mark?.n).toBe(visits.length);
    expect(mark?.value).toBeCloseTo(costOf(visits) / visits.length, 6);
    const times = page.peers?.marks.find(({ indicator }) => indicator === 'visitTimes');
    expect(times?.value).toBeCloseTo(visits.length / peopleOf(visits), 9);
  });
});

test('a pharmacy: volume, sales per head, and every pharmacy a peer', async () => {
  const [no, own] = most(settled.filter(isPharmacy), 'fixmedins_code');
  const page = await ask<PracticePageJson>(`/api/practice/pharmacy/${no}`);
  expect(page.totals).toMatchObject({ encounters: own.length, people: peopleOf(own), totalFen: costOf(own) });
  expect(page.peers?.count).toBe(new Set(settled.filter(isPharmacy).map((row) => row.fixmedins_code)).size);
  expect(page.peers?.marks.find(({ indicator }) => indicator === 'saleTimes')?.value).toBeCloseTo(own.length / peopleOf(own), 9);
  expect((await call(`/api/practice/pharmacy/${settled.find((row) => !isPharmacy(row))?.fixmedins_code}`)).status).toBe(404);
});

describe('who is shown what', () => {
  test('a physician sees himself, a shop itself, an institution its own', async () => {
    const treated = settled.filter((row) => !isPharmacy(row) && row.dr_codg);
    const [doctor, own] = most(treated, 'dr_codg');
    const hospital = own[0]?.fixmedins_code as string;
    const stranger = treated.find((row) => row.fixmedins_code !== hospital && row.dr_codg !== doctor)?.dr_codg as string;
    const shops = [...new Set(settled.filter(isPharmacy).map((row) => row.fixmedins_code as string))];
    const nobody = { providerNos: [], practitionerNo: null };
    await account({ ...nobody, accountId: 'admin', roles: ['administrator'] });
    const reviewer = await account({ ...nobody, accountId: 'reviewer', roles: ['reviewer'] });
    const himself = await account({ ...nobody, accountId: 'doctor', roles: ['practitioner'], practitionerNo: doctor });
    const office = await account({ ...nobody, accountId: 'office', roles: ['insuranceOffice'], providerNos: [hospital] });
    const shop = await account({ ...nobody, accountId: 'shop', roles: ['pharmacyManager'], providerNos: [shops[0] as string] });

    const status = async (url: string, cookie: string) => (await call(url, cookie)).status;
    const page = `/api/practice/physician/${doctor}`;
    expect(await Promise.all([reviewer, himself, office, shop].map((cookie) => status(page, cookie)))).toEqual([200, 200, 200, 403]);
    const other = `/api/practice/physician/${stranger}`;
    expect(await Promise.all([reviewer, himself, office, shop].map((cookie) => status(other, cookie)))).toEqual([200, 403, 403, 403]);
    expect(await status(`/api/practice/pharmacy/${shops[0]}`, shop)).toBe(200);
    expect(await status(`/api/practice/pharmacy/${shops[1]}`, shop)).toBe(403);
    expect(await status(`/api/practice/pharmacy/${shops[0]}`, himself)).toBe(403);

    // lists hold what may be opened; peers have no names, alerts are the bureau's
    expect((await ask<NonNullable<PracticeListJson>>('/api/practice/physician', himself)).rows.map(({ no }) => no)).toEqual([doctor]);
    expect((await ask<NonNullable<PracticeListJson>>('/api/practice/pharmacy', shop)).rows.map(({ no }) => no)).toEqual([shops[0]]);
    const mine = await ask<PracticePageJson>(page, himself);
    expect(mine.alerts).toBeNull();
    expect(mine.totals?.encounters).toBe(own.length);
    expect(mine.peers?.funnel?.rows.filter(({ no }) => no !== null).map(({ no }) => no)).toEqual([doctor]);
    const staff = await ask<PracticePageJson>(page, reviewer);
    expect(staff.alerts).toEqual([]);
    expect(staff.peers?.funnel?.rows.every(({ no }) => no !== null)).toBe(true);
    expect(await status(page, '')).toBe(401);
  });
});
