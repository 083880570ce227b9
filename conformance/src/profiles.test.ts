// Pages of physicians and pharmacies and of the insured person over a small city: numbers against the extract's own rows, and what each
// account is not shown.
import { accountPortsOf, wallClock } from '@hengjian/server';
import type { ContactPageJson, PersonLinesJson, PersonRecordJson, StaffRequestJson } from '@hengjian/server/schemas/person.ts';
import type { PracticeListJson, PracticePageJson } from '@hengjian/server/schemas/practice.ts';
import { accountStoreOf } from '@hengjian/store';
import { type AccountWish, addAccount } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallCity, type Row, type SmallCity } from './small-city.ts';

let city: SmallCity<'mdtrt' | 'fixmedins' | 'opsp'>;
/** Encounters that were settled and not reversed, with what they cost. */
let settled: (Row & { costFen: number })[] = [];

beforeAll(async () => {
  city = await openSmallCity('mdtrt', 'fixmedins', 'opsp');
  const cost = new Map<string, number>();
  for (const { mdtrt_id: no = '', medfee_sumamt } of city.settled)
    cost.set(no, (cost.get(no) ?? 0) + Math.round(Number(medfee_sumamt) * 100));
  settled = city.extract.mdtrt.flatMap((row) => {
    const costFen = cost.get(row.mdtrt_id as string);
    return costFen === undefined ? [] : [{ ...row, costFen } as Row & { costFen: number }];
  });
}, 300_000);
afterAll(() => city?.close());

const call = async (url: string, cookie = '', payload?: object) => {
  const answer = await city.app.inject({ url, method: payload ? 'POST' : 'GET', headers: { cookie }, ...(payload && { payload }) });
  return { status: answer.statusCode, json: answer.json() };
};
const ask = <T>(url: string, cookie?: string): Promise<T> => city.ask(url, cookie);
const PASSWORD = 'a-long-password';
/** An account that is past its first password, and its cookie. */
async function account(wish: Omit<AccountWish, 'password' | 'name'>): Promise<string> {
  const { accountId } = wish;
  const by = { by: 'test', at: wallClock() };
  const added = await addAccount(
    await accountPortsOf(city.home, wallClock()),
    { ...wish, name: `name of ${accountId}`, password: PASSWORD },
    by,
  );
  expect(added.ok, JSON.stringify(added)).toBe(true);
  const step = { noun: 'account', subjectId: accountId, action: 'changePassword', before: 'active', after: 'active', why: null, ...by };
  await accountStoreOf(city.home.db).change(accountId, { mustChange: false }, step, false);
  const answer = await city.app.inject({ method: 'POST', url: '/api/session', payload: { accountId, password: PASSWORD } });
  expect(answer.statusCode, answer.body).toBe(200);
  return String(answer.headers['set-cookie']).split(';')[0] as string;
}
const kindOf = (no: string | undefined) => city.extract.fixmedins.find((row) => row.fixmedins_code === no)?.fixmedins_type;
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
    const file = await city.app.inject({ url: '/api/practice/physician/export' });
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

describe('an insured person', () => {
  let mine = '';
  let reviewer = '';
  let no = '';
  let own: Row[] = [];
  let stranger: Row;
  beforeAll(async () => {
    [no, own] = most(settled, 'psn_no');
    stranger = settled.find((row) => row.psn_no !== no) as Row;
    mine = await account({
      accountId: 'person',
      roles: ['insuredPerson'],
      providerNos: [],
      practitionerNo: null,
      personNo: no,
      verified: '窗口核验身份证',
    });
    const again = await city.app.inject({ method: 'POST', url: '/api/session', payload: { accountId: 'reviewer', password: PASSWORD } });
    reviewer = String(again.headers['set-cookie']).split(';')[0] as string;
  });

  test('sees every visit and each payer’s part as the settlements say', async () => {
    const record = await ask<PersonRecordJson>('/api/me/record', mine);
    expect(record.visits.map(({ encounterNo }) => encounterNo).sort()).toEqual(own.map((row) => row.mdtrt_id).sort());
    const paid = city.settled.filter((row) => row.psn_no === no);
    const part = (name: string) => paid.reduce((sum, row) => sum + Math.round(Number(row[name]) * 100), 0);
    const [year] = record.years;
    expect(record.years).toHaveLength(1);
    expect(year).toMatchObject({
      year: 2025,
      settlements: paid.length,
      totalFen: part('medfee_sumamt'),
      poolFen: part('hifp_pay'),
      aidFen: part('maf_pay'),
      accountFen: part('acct_pay'),
      cashFen: part('psn_cash_pay'),
    });
    const file = await city.app.inject({ url: '/api/me/record.xlsx', headers: { cookie: mine } });
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('sees the approved chronic diseases, and what the fund paid for each beside its limit', async () => {
    const visited = Map.groupBy(city.extract.mdtrt, (row) => `${row.psn_no} ${row.dise_codg}`);
    const paidFor = (row: Row) => {
      const visits = new Set((visited.get(`${row.psn_no} ${row.opsp_dise_code}`) ?? []).map(({ mdtrt_id }) => mdtrt_id));
      return city.settled
        .filter(
          ({ mdtrt_id, med_type }) => visits.has(mdtrt_id as string) && ['14', '140104', '140201', '9901'].includes(med_type as string),
        )
        .reduce((sum, { fund_pay_sumamt }) => sum + Math.round(Number(fund_pay_sumamt) * 100), 0);
    };
    // somebody for whom the fund paid under a disease whose yearly limit is on record
    const approved = city.extract.opsp.find((row) => Number(row.quot_amt) > 0 && row.enddate === '' && paidFor(row) > 0) as Row;
    const cookie = await account({
      accountId: 'approved',
      roles: ['insuredPerson'],
      providerNos: [],
      practitionerNo: null,
      personNo: approved.psn_no as string,
      verified: '窗口核验身份证',
    });
    const { approvals } = await ask<PersonRecordJson>('/api/me/record', cookie);
    expect(approvals.find(({ diseaseCode }) => diseaseCode === approved.opsp_dise_code)).toMatchObject({
      validTo: null,
      due: null,
      quotaFen: Math.round(Number(approved.quot_amt) * 100),
      usedFen: paidFor(approved),
    });
    expect(approvals).toHaveLength(city.extract.opsp.filter((row) => row.psn_no === approved.psn_no && row.enddate === '').length);
  });

  test('sees nothing of anybody else, and nothing of the bureau’s', async () => {
    // another’s visit is no visit of this record: no lines, and nothing to disown
    expect(await ask<PersonLinesJson>(`/api/me/visits/${stranger.mdtrt_id}`, mine)).toEqual([]);
    const other = await call(`/api/me/visits/${stranger.mdtrt_id}/not-me`, mine, { text: '那天我在外地出差' });
    expect([other.status, other.json.issues[0].code]).toEqual([404, 'person.no-visit']);
    for (const url of [
      `/api/persons/${stranger.psn_no}/record?why=看看`,
      `/api/persons/${no}/record?why=看看`,
      '/api/findings',
      '/api/clues',
      '/api/contact-requests',
      '/api/practice/physician',
    ])
      expect([url, (await call(encodeURI(url), mine)).status]).toEqual([url, 403]);
    // and staff have no record of their own here
    expect((await call('/api/me/record', reviewer)).status).toBe(403);
  });

  test('「这不是我」 becomes one clue, whose state is told', async () => {
    const encounterNo = own[0]?.mdtrt_id as string;
    const url = `/api/me/visits/${encounterNo}/not-me`;
    expect((await call(url, mine, { text: '不是' })).status).toBe(422);
    const first = await call(url, mine, { text: '那天我在外地出差，卡一直在家里' });
    const second = await call(url, mine, { text: '再说一遍，不是我' });
    expect([first.status, second.json]).toEqual([200, first.json]);
    const clue = await ask<{ one: { source: string; object: string; objectNo: string; state: string } }>(
      `/api/clues/${first.json.clueId}`,
      reviewer,
    );
    expect(clue.one).toMatchObject({ source: 'person', object: 'provider', objectNo: own[0]?.fixmedins_code, state: 'open' });
    const { visits } = await ask<PersonRecordJson>('/api/me/record', mine);
    expect(visits.filter(({ notMe }) => notMe).map((row) => [row.encounterNo, row.notMe?.state])).toEqual([[encounterNo, 'open']]);
  });

  test('asks for another telephone; an officer sees it with a reason, decides, and it is in the record', async () => {
    expect((await call('/api/me/contact', mine, { telephone: '12' })).json.issues[0].code).toBe('person.bad-telephone');
    const { requestId } = (await call('/api/me/contact', mine, { telephone: '10000000001' })).json;
    expect((await call('/api/me/contact', mine, { address: '云溪市柳桥路 1 号' })).json.issues[0].code).toBe('person.waiting');
    const list = await ask<ContactPageJson>('/api/contact-requests?state=asked', reviewer);
    expect(list.rows.map((row) => [row.requestId, row.telephone === '10000000001', row.actions])).toEqual([
      [requestId, false, ['accept', 'refuse']],
    ]);
    expect((await call(`/api/contact-requests/${requestId}`, reviewer)).status).toBe(422);
    const whole = await ask<StaffRequestJson>(encodeURI(`/api/contact-requests/${requestId}?why=核对本人申请`), reviewer);
    expect(whole.telephone).toBe('10000000001');
    expect((await call(`/api/contact-requests/${requestId}/steps/accept`, reviewer, { answer: '电话已核实' })).status).toBe(200);
    expect((await call(`/api/me/contact/${requestId}/withdrawal`, mine, {})).status).toBe(422);
    const record = await ask<PersonRecordJson>('/api/me/record', mine);
    expect([record.contact.telephone, record.requests[0]?.state]).toEqual(['10000000001', 'accepted']);
    const steps = await city.home.db.selectFrom('journal').selectAll().where('noun', '=', 'contactRequest').orderBy('serial').execute();
    expect(steps.map(({ action }) => action)).toEqual(['ask', 'accept']);
    expect(JSON.stringify(steps)).not.toContain('10000000001');
  });

  test('staff look with a reason, and each look is written down', async () => {
    expect((await call(`/api/persons/${no}/record`, reviewer)).status).toBe(422);
    const record = await ask<PersonRecordJson>(encodeURI(`/api/persons/${no}/record?why=来电咨询`), reviewer);
    expect(record.visits).toHaveLength(own.length);
    const looks = await city.home.db.selectFrom('personalDataAccess').selectAll().where('subject', '=', `person:${no}`).execute();
    expect(looks.map(({ why, accountId }) => [why, accountId])).toEqual([['来电咨询', 'reviewer']]);
  });

  test('an account of a person is bound to a number, says how it was verified, and has no other role', async () => {
    const wish = { accountId: 'second', name: 'second', providerNos: [], practitionerNo: null, password: PASSWORD };
    const add = async (more: object) =>
      (
        await addAccount(
          await accountPortsOf(city.home, wallClock()),
          { ...wish, roles: ['insuredPerson'], ...more },
          { by: 't', at: wallClock() },
        )
      ).issues.map(({ code }) => code);
    expect(await add({})).toEqual(['account.needs-person']);
    expect(await add({ personNo: 'P', verified: ' ' })).toEqual(['account.needs-person']);
    expect(await add({ personNo: 'P', verified: '窗口', roles: ['insuredPerson', 'reviewer'] })).toEqual(['account.person-alone']);
    // one account a person
    expect(await add({ personNo: no, verified: '窗口' })).toEqual(['account.taken']);
    const admin = await city.app.inject({ method: 'POST', url: '/api/session', payload: { accountId: 'admin', password: PASSWORD } });
    const cookie = String(admin.headers['set-cookie']).split(';')[0] as string;
    const unknown = await call('/api/accounts', cookie, { ...wish, roles: ['insuredPerson'], personNo: 'nobody', verified: '窗口' });
    expect(unknown.json.issues[0].code).toBe('account.unknown-person');
  });
});

describe('a question that is kept', () => {
  const question = { table: 'settlement', by: ['setting'], measure: ['settlements'], where: [] };
  const logIn = async (accountId: string) => {
    const answer = await city.app.inject({ method: 'POST', url: '/api/session', payload: { accountId, password: PASSWORD } });
    return String(answer.headers['set-cookie']).split(';')[0] as string;
  };
  test('is a page of the month’s report until it is taken away; nonsense is not kept', async () => {
    const [admin, reviewer] = [await logIn('admin'), await logIn('reviewer')];
    const wish = { title: '各就医方式人次', question, places: ['overview', 'month'] };
    expect((await call('/api/saved-views', reviewer, wish)).status).toBe(403);
    expect((await call('/api/saved-views', admin, { ...wish, question: { ...question, by: ['__proto__'] } })).status).toBe(400);
    const { viewId } = (await call('/api/saved-views', admin, wish)).json;
    expect(await ask('/api/saved-views', reviewer)).toMatchObject([{ viewId, title: wish.title, question, places: wish.places }]);
    type Report = { sections: { heading: string; tables: { title: string; rows: string[][] }[] }[] };
    const last = async () => (await ask<Report>('/api/month-report?month=2025-03', reviewer)).sections.at(-1);
    const section = await last();
    expect(section?.heading).toBe('六、重点关注');
    const march = city.settled.filter((row) => row.setl_time?.startsWith('2025-03'));
    expect(section?.tables[0]?.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(march.length);
    expect((await call(`/api/saved-views/${viewId}/end`, admin, {})).status).toBe(200);
    expect((await last())?.heading).toBe('五、上月事项跟进');
  });
});
