// Credit of institutions over a real home: facts of a period as known then, points by hand arithmetic, publicity, objection, repair.
import {
  type CreditScheme,
  conductLevel,
  dayOf,
  parseDay,
  rateCredit,
  type SupplierConduct,
  schemeFaults,
  schemesOn,
  shippedSchemes,
  standingEvents,
  supplierLevel,
} from '@hengjian/domain';
import { accountStoreOf, gradesInForce } from '@hengjian/store';
import { base, openWorkplace, type Workplace } from '@hengjian/store/claims/testing/extract.ts';
import { plant } from '@hengjian/store/finding/testing/planted.ts';
import { type AccountWish, addAccount, rateInstitutions, takeCreditStep, takeDueCreditSteps, takeFindingSteps } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountPortsOf } from '../account/account-ports.ts';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { findingLifeOf, moveFindings } from '../finding-life.ts';
import { lakeReaderOf } from '../lake-reader.ts';
import { creditPortsOf } from './credit-ports.ts';

let place: Workplace;
let app: App;
const day = (text: string) => parseDay(text) as number;
const at = (text: string) => day(text) * 86_400 + 9 * 3600;
const NOW = at('2026-12-31');
beforeAll(async () => {
  place = await openWorkplace();
  const imported = await place.import(base());
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  app = await createApp({ home: place.home, now: () => NOW });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await place?.close();
});

const ports = (now: string) => creditPortsOf({ home: place.home, lake: lakeReaderOf(place.home.lake) }, at(now));
const values = async (from: string, to: string, asOf: string) =>
  (await (await ports('2026-12-31')).book.values({}, day(from), day(to), at(asOf))).get('H1');
const claim = async (findingId: string, fundFen: number, on: string) => {
  await plant(place.home, [
    { findingId, providerNo: 'H1', records: [{ encounterNo: 'M1', lineNo: findingId, amountFen: fundFen, fundFen }] },
  ]);
  await moveFindings(place.home, at(on) - 100);
  await step(findingId, 'uphold', on);
  await step(findingId, 'accept', on);
};
const step = async (findingId: string, action: 'uphold' | 'accept' | 'confirm' | 'payBack' | 'declare', on: string, amountFen?: number) => {
  const { book, rules } = await findingLifeOf(place.home, at(on));
  const taken = await takeFindingSteps(book, rules, {
    findingIds: [findingId],
    action,
    act: { by: '甲', why: '试', at: at(on) },
    ...(amountFen && { detail: { amountFen } }),
  });
  expect(taken.refused).toEqual([]);
};

test('facts of a period, as known at a past day: claims by their postings, self-returns apart, what came later unknown', async () => {
  await claim('F1', 1_500_000, '2026-02-02');
  await claim('F2', 900_000, '2026-04-02');
  await plant(place.home, [
    { findingId: 'F3', providerNo: 'H1', records: [{ encounterNo: 'M1', lineNo: 'F3', amountFen: 200_000, fundFen: 200_000 }] },
  ]);
  await moveFindings(place.home, at('2026-02-10'));
  await step('F3', 'declare', '2026-02-10');
  await step('F3', 'payBack', '2026-02-11', 200_000);
  const first = await values('2026-01-01', '2026-03-31', '2026-03-31');
  expect(first).toMatchObject({ upheldFen: 1_500_000, upheldCount: 1, selfReturnedFen: 200_000 });
  // the year as known at the end of March, and as known later
  expect(await values('2026-01-01', '2026-12-31', '2026-03-31')).toMatchObject({ upheldFen: 1_500_000, upheldCount: 1 });
  expect(await values('2026-01-01', '2026-12-31', '2026-12-31')).toMatchObject({ upheldFen: 2_400_000, upheldCount: 2 });
  // paying back changes nothing of what was decided
  await step('F1', 'confirm', '2026-05-06');
  await step('F1', 'payBack', '2026-05-07', 1_500_000);
  expect(await values('2026-01-01', '2026-12-31', '2026-12-31')).toMatchObject({ upheldFen: 2_400_000, upheldCount: 2 });
  // 2024: the fund paid 70 yuan to H1; nothing was decided then
  expect(await values('2024-01-01', '2024-12-31', '2026-12-31')).toMatchObject({ upheldFen: 0, upheldShare: 0 });
});

const scheme = shippedSchemes[0] as CreditScheme;

test('points by hand: 24,000 yuan take 20 points, a penalty 50, a complaint none; the veto of fraud', async () => {
  const entry = (fact: string, document: string) =>
    app.inject({ method: 'POST', url: '/api/credit/entries', payload: { providerNo: 'H1', fact, on: day('2026-06-01'), document } });
  expect((await entry('punishedCount', '医保罚字1号')).statusCode).toBe(200);
  const known = await values('2026-01-01', '2026-12-31', '2099-01-01');
  expect(known).toMatchObject({ punishedCount: 1, upheldFen: 2_400_000, selfReturnedFen: 200_000 });
  const rated = rateCredit(scheme, known as NonNullable<typeof known>);
  // 1000 − 2 × 10 (two whole ten thousands) − 50; 2,000 yuan returned by itself are less than a unit
  expect(rated).toMatchObject({ score: 930, grade: 'B', vetoedBy: null });
  expect(rated.lines.filter(({ points }) => points !== 0).map(({ code, points }) => `${code} ${points}`)).toEqual(['B1 -20', 'B3 -50']);
  const fraud = rateCredit(scheme, { ...(known as NonNullable<typeof known>), fraudCount: 1 });
  expect(fraud).toMatchObject({ score: 930, grade: 'D-', vetoedBy: '因欺诈骗保受到行政处罚' });
  expect(
    rateCredit(scheme, { ...(known as NonNullable<typeof known>), upheldFen: 9_999_999_900 }).lines.find(({ code }) => code === 'B1')
      ?.points,
  ).toBe(-200);
});

test('shipped schemes can be used; one whose grades do not fall is refused with its row', async () => {
  expect(shippedSchemes.flatMap(schemeFaults)).toEqual([]);
  const wrong = {
    ...scheme,
    schemeId: 'own',
    grades: [
      { grade: 'A', from: 80 },
      { grade: 'B', from: 90 },
    ],
    vetoes: [],
    consequences: [],
  };
  const refused = await app.inject({ method: 'PUT', url: '/api/credit-schemes', payload: wrong });
  expect(refused.json().issues[0].message).toContain('等级第 2 行');
});

test('a scheme is a draft until another person puts it in force; tried before, it says whose grade would change', async () => {
  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, by: string, payload?: object) => {
    const headers = { 'x-operator': encodeURIComponent(by) };
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, json: answer.json() };
  };
  const today = dayOf(NOW);
  // a single finding upheld of 24,000 yuan: 2 whole ten thousands, now 100 points each
  const stricter = {
    ...scheme,
    items: scheme.items.map((item) => (item.code === 'B1' ? { ...item, points: -100, most: 900 } : item)),
  };
  const ask = { scheme: stricter, from: day('2026-01-01'), to: day('2026-10-31') };
  const tried = (await call('POST', '/api/credit-schemes/trial', '甲', ask)).json;
  // 1000 − 2 × 100 − 50 is a D, where 930 was a B
  expect(tried.changed.filter(({ before }: { before: unknown }) => before)).toMatchObject([
    { score: 750, grade: 'D', before: { score: 930, grade: 'B' } },
  ]);
  expect(tried.grades.filter(({ count, before }: { count: number; before: number }) => count !== before)).toEqual([
    { grade: 'B', count: 0, before: 1 },
    { grade: 'D', count: 1, before: 0 },
  ]);
  const inForce = async () => {
    const schemes = (await call('GET', '/api/credit-schemes', '甲')).json as CreditScheme[];
    return schemes.find(({ schemeId }) => schemeId === 'points-1000')?.items.find(({ code }) => code === 'B1')?.points;
  };
  const { version } = (await call('PUT', '/api/credit-schemes', '甲', stricter)).json;
  expect(await inForce()).toBe(-10);
  const enact = (by: string, fromDay: number, why = '局长办公会通过') =>
    call('POST', `/api/credit-schemes/${version}/enactment`, by, { fromDay, why });
  const codes = async (answer: Promise<{ json: { issues?: { code: string }[] } }>) => (await answer).json.issues?.[0]?.code;
  expect(await codes(enact('甲', today))).toBe('credit.scheme-own');
  expect(await codes(enact('局长', today - 1))).toBe('credit.scheme-past');
  expect(await codes(enact('局长', today, ' '))).toBe('credit.why');
  expect((await enact('局长', today + 30)).json).toEqual({ done: true });
  expect(await codes(enact('局长', today))).toBe('credit.scheme-version');
  // not yet: it begins in thirty days
  expect(await inForce()).toBe(-10);
  const versions = (await call('GET', '/api/credit-schemes/versions', '甲')).json;
  expect(versions).toMatchObject([{ version, by: '甲', fromDay: today + 30, enactedBy: '局长' }]);
  const on = (days: number) => schemesOn(versions, today + days).find(({ schemeId }) => schemeId === 'points-1000');
  expect([on(29), on(30)].map((one) => one?.items.find(({ code }) => code === 'B1')?.points)).toEqual([-10, -100]);
});

test('rated, public for five working days, objected to, worked out again, repaired within the scheme', async () => {
  const wish = { schemeId: 'points-1000', from: day('2026-01-01'), to: day('2026-06-30'), by: '甲', at: at('2026-07-01') };
  const rated = await rateInstitutions(await ports('2026-07-01'), wish);
  expect(rated).toMatchObject({ ok: true, value: { known: 0 } });
  expect(await rateInstitutions(await ports('2026-07-01'), wish)).toMatchObject({ ok: true, value: { added: 0 } });
  const list = (await app.inject({ method: 'GET', url: '/api/credit?providerNo=H1' })).json();
  const { ratingId } = list.rows[0];
  const take = async (action: 'publish' | 'object' | 'redo' | 'repair', on: string, by: string, points?: number) =>
    takeCreditStep(await ports(on), { ratingId, action, by, why: '意见', at: at(on), ...(points && { points }) });
  expect((await take('publish', '2026-07-01', '甲')).issues[0]?.facts.condition).toBe('anotherPerson');
  // 2, 3, 6, 7 and 8 July
  expect(await take('publish', '2026-07-01', '科长')).toMatchObject({ ok: true, value: { state: 'published', dueDay: day('2026-07-08') } });
  expect((await take('object', '2026-07-09', '医院')).issues[0]?.facts.condition).toBe('inTime');
  expect((await take('object', '2026-07-08', '医院')).ok).toBe(true);
  expect(await take('redo', '2026-07-10', '科长')).toMatchObject({
    ok: true,
    value: { state: 'effective', result: { score: 980 } },
  });
  expect((await take('repair', '2026-08-03', '科长', 51)).issues[0]?.facts.condition).toBe('withinRepair');
  expect(await take('repair', '2026-08-03', '科长', 15)).toMatchObject({ ok: true, value: { result: { score: 995 } } });
  const other = list.total;
  expect(other).toBe(1);
  // the others' term passes in silence
  expect(await takeDueCreditSteps(await ports('2026-07-20'), at('2026-07-20'))).toBe(0);
  const on = async (text: string) =>
    (await app.inject({ method: 'GET', url: `/api/credit?inForceOn=${day(text)}&providerNo=H1` })).json().total;
  expect([await on('2026-07-09'), await on('2026-07-10')]).toEqual([0, 1]);
  // 995 is an A, of which the shipped scheme proposes one inspection a year: it weighs the draw
  const drawn = async (text: string) => Object.fromEntries(await gradesInForce(place.home.db, day(text)));
  expect([await drawn('2026-07-09'), await drawn('2026-07-10')]).toEqual([{}, { H1: { grade: 'A', inspectionsPerYear: 1 } }]);
  const csv = await app.inject({ method: 'GET', url: '/api/credit/export' });
  expect(csv.body).toContain('B1 终审认定违规，基金每 1 万元');
});

test('an insured person: behaviour counts and fades, illness does not, an appeal is worked out again', async () => {
  const person = shippedSchemes.find(({ subject }) => subject === 'person') as CreditScheme;
  // three events: today, 200 and 400 days ago are 1 + 1/2 + 1/4
  const on = day('2026-06-30');
  expect([
    standingEvents([on], on, 180),
    standingEvents([on, on - 200, on - 400], on, 180),
    standingEvents([on, on - 200], on, undefined),
  ]).toEqual([1, 1, 2]);
  // 100 − 8 for one hour in two places − 6 for one quarter of stock; two days too busy take 2
  expect(rateCredit(person, { overlapCount: 1, stockCount: 1, busyDayCount: 2 })).toMatchObject({ score: 84, grade: '关注' });
  expect(rateCredit(person, { fraudCount: 1 })).toMatchObject({ grade: '失信' });
  const { db } = place.home;
  const story = {
    monitor: 'services',
    subjectKind: 'person',
    fromDay: on - 20,
    toDay: on,
    signalCount: 2,
    score: 2000,
    assignedTo: null,
    ledTo: null,
    raisedAt: at('2026-06-20'),
    closedOn: null,
  };
  await db
    .insertInto('alertStory')
    .values([
      { ...story, storyId: 'Y1', subjectNo: 'P1', alertIds: ['two-places'], state: 'looking', reason: null },
      { ...story, storyId: 'Y2', subjectNo: 'P2', alertIds: ['two-places'], state: 'closed', reason: 'explained' },
    ])
    .execute();
  const signal = {
    version: 1,
    alertId: 'two-places',
    fromDay: on - 10,
    toDay: on - 10,
    hour: 9,
    value: 2,
    form: 'int',
    expected: 2,
    score: 1000,
    facts: '{}',
    series: '[]',
    records: '[]',
    graph: null,
    runId: 'A',
    foundAt: at('2026-06-21'),
    endedAt: null,
  };
  await db
    .insertInto('alertSignal')
    .values([
      { ...signal, signalId: 'S1', storyId: 'Y1' },
      { ...signal, signalId: 'S2', storyId: 'Y2' },
    ])
    .execute();
  const wish = { schemeId: 'insured-person', from: day('2026-01-01'), to: on, by: '甲', at: at('2026-07-01') };
  expect(await rateInstitutions(await ports('2026-07-01'), wish)).toMatchObject({ ok: true, value: { added: 1 } });
  const list = (await app.inject({ method: 'GET', url: '/api/credit?subject=person' })).json();
  // whose story was explained is not rated at all; the number is half hidden
  expect(list).toMatchObject({ total: 1, rows: [{ score: 92, grade: '良好', subject: 'person', halfDays: 180 }] });
  expect(list.rows[0].providerNo).not.toBe('P1');
  expect(
    (await app.inject({ method: 'GET', url: '/api/credit' })).json().rows.every((one: { subject?: string }) => one.subject === undefined),
  ).toBe(true);
  const { ratingId } = list.rows[0];
  const take = async (action: 'publish' | 'appeal' | 'redo' | 'object', text: string, by = '科长') =>
    takeCreditStep(await ports(text), { ratingId, action, by, why: '意见', at: at(text) });
  expect((await take('publish', '2026-07-01')).ok).toBe(true);
  await takeDueCreditSteps(await ports('2026-07-20'), at('2026-07-20'));
  expect(await take('appeal', '2026-08-20', '窗口')).toMatchObject({ ok: true, value: { state: 'objected' } });
  // the story was found explained meanwhile: nothing is left of it
  await db.updateTable('alertStory').set({ state: 'closed', reason: 'explained' }).where('storyId', '=', 'Y1').execute();
  expect(await take('redo', '2026-08-21')).toMatchObject({ ok: true, value: { state: 'effective', result: { score: 100 } } });
});

test.each([
  ['bribery below 500,000', { kind: 'bribery', amountFen: 49_999_999 }, 'dishonest'],
  ['bribery of 500,000', { kind: 'bribery', amountFen: 50_000_000 }, 'serious'],
  ['bribery of a million', { kind: 'bribery', amountFen: 100_000_000 }, 'gravest'],
  ['taxes below 50,000', { kind: 'tax', amountFen: 4_999_999 }, null],
  ['taxes of 500,000', { kind: 'tax', amountFen: 50_000_000 }, 'serious'],
  ['taxes of 2.5 million', { kind: 'tax', amountFen: 250_000_000 }, 'gravest'],
  ['collusion in national purchasing', { kind: 'bidding', amountFen: 0, top: true }, 'gravest'],
])('a supplier: %s', (_, wish, level) => {
  const conduct = {
    conductId: '1',
    supplier: '甲公司',
    top: false,
    document: '判决',
    decidedOn: 10,
    repairedOn: null,
    ...wish,
  } as SupplierConduct;
  expect(conductLevel(conduct)).toBe(level);
  expect([supplierLevel([conduct], 9), supplierLevel([conduct], 10), supplierLevel([{ ...conduct, repairedOn: 20 }], 20)]).toEqual([
    null,
    level,
    null,
  ]);
});

// last: from the first account on everybody must log in
test('an insured person sees the own rating line by line and appeals; nobody else’s is to be had', async () => {
  const by = { by: '管理员', at: NOW };
  const PASSWORD = 'a-long-password';
  const logIn = async (wish: Partial<AccountWish> & Pick<AccountWish, 'accountId' | 'roles'>) => {
    const given = { name: wish.accountId, password: PASSWORD, providerNos: [], practitionerNo: null, ...wish };
    const added = await addAccount(await accountPortsOf(place.home, NOW), given as AccountWish, by);
    expect(added.ok, JSON.stringify(added)).toBe(true);
    const step = {
      noun: 'account',
      subjectId: wish.accountId,
      action: 'changePassword',
      before: 'active',
      after: 'active',
      why: null,
      ...by,
    };
    await accountStoreOf(place.home.db).change(wish.accountId, { mustChange: false }, step, false);
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { accountId: wish.accountId, password: PASSWORD } });
    expect(answer.statusCode, answer.body).toBe(200);
    return String(answer.headers['set-cookie']).split(';')[0] as string;
  };
  await logIn({ accountId: 'admin', roles: ['administrator'] });
  const mine = await logIn({ accountId: 'one', roles: ['insuredPerson'], personNo: 'P1', verified: '窗口核验' });
  const other = await logIn({ accountId: 'two', roles: ['insuredPerson'], personNo: 'P2', verified: '窗口核验' });
  const ask = async (cookie: string) => (await app.inject({ url: '/api/me/credit', headers: { cookie } })).json();
  expect(await ask(other)).toEqual([]);
  const [rating] = await ask(mine);
  expect(rating).toMatchObject({ score: 100, state: 'effective', mayAppeal: true });
  expect(rating.lines.map(({ points }: { points: number }) => points)).toEqual(Array(7).fill(0));
  expect(Object.keys(rating)).not.toContain('madeBy');
  const appeal = async (cookie: string, text: string) => {
    const url = `/api/me/credit/${rating.ratingId}/appeal`;
    const answer = await app.inject({ method: 'POST', url, headers: { cookie }, payload: { text } });
    return [answer.statusCode, answer.json().issues?.[0].code ?? answer.json().state];
  };
  expect(await appeal(other, '这不是我的')).toEqual([404, 'credit.unknown']);
  expect(await appeal(mine, '错')).toEqual([422, 'person.say-why']);
  expect(await appeal(mine, '那天的就诊是陪家人')).toEqual([200, 'objected']);
  expect((await ask(mine))[0]).toMatchObject({ state: 'objected', mayAppeal: false });
  expect(await appeal(mine, '再说一遍')).toEqual([422, 'credit.no-step']);
});
