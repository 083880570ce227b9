// What no claim determines of the fund is not known, and never nothing: profiles of a physician and a pharmacy, counted by hand.
import { base, line, openWorkplace, type Workplace } from '@hengjian/store/claims/testing/extract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './api.ts';
import { createApp } from './app.ts';

let place: Workplace;
let app: App;
beforeAll(async () => {
  place = await openWorkplace();
  const extract = base();
  const [stay, purchase] = extract.mdtrt;
  const [settled] = extract.setl;
  // settled without a fund share: another visit of D1 in April, the only one of D2, the only purchase at H3
  const given = [
    { ...stay, mdtrt_id: 'M3', med_type: '11', begntime: '2024-04-02 08:00:00', endtime: '2024-04-02 09:00:00' },
    { ...stay, mdtrt_id: 'M4', med_type: '11', begntime: '2024-03-02 08:00:00', endtime: '2024-03-02 09:00:00', dr_codg: 'D2' },
    { ...purchase, mdtrt_id: 'M5', fixmedins_code: 'H3' },
  ] as const;
  for (const one of given) {
    const { mdtrt_id: no = '', fixmedins_code, psn_no, begntime: on = '' } = one as Record<string, string>;
    extract.mdtrt.push(one as never);
    extract.setl.push({
      ...settled,
      setl_id: `S-${no}`,
      mdtrt_id: no,
      fixmedins_code,
      psn_no,
      setl_time: on,
      medfee_sumamt: '80.00',
      fund_pay_sumamt: '',
    } as never);
    extract.feedetl.push(line(no, '1', `S-${no}`, on, 'XC09CAA00001', '4', '20.00', '60.00'));
  }
  extract.prac.push({ prac_code: 'D2', prac_name: '医师二', fixmedins_code: 'H1' });
  extract.fixmedins.push({ fixmedins_code: 'H3', fixmedins_name: '另一药店', fixmedins_type: '2', hosp_lv: '', admdvs: '500000' });
  const imported = await place.import(extract);
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  app = await createApp({ home: place.home });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await place?.close();
});

interface Page {
  totals: { totalFen: number; fundFen: number | null };
  months: { month: string; totalFen: number; fundFen: number | null }[];
}
const page = async (of: string): Promise<Page> => (await app.inject({ url: `/api/practice/${of}` })).json();
const fundOf = ({ totals, months }: Page) => [totals.fundFen, ...months.map(({ month, fundFen }) => [month, fundFen])];

// 120.00 yuan of which the fund paid 70.00, 25.00 of which 10.00; 80.00 each without a share; months without any care have nothing
test.each([
  ['physician/D1', 20_000, [7_000, ['2024-03', 7_000], ['2024-04', null]]],
  ['physician/D2', 8_000, [null, ['2024-03', null], ['2024-04', 0]]],
  ['pharmacy/H2', 2_500, [1_000, ['2024-03', 1_000], ['2024-04', 0]]],
  ['pharmacy/H3', 8_000, [null, ['2024-03', null], ['2024-04', 0]]],
] as const)('%s', async (of, totalFen, fund) => {
  const shown = await page(of);
  expect([shown.totals.totalFen, fundOf(shown)]).toEqual([totalFen, fund]);
});

test('the list says the same, what is not known below all that is; the sheet leaves its cell empty', async () => {
  const list = (await app.inject({ url: '/api/practice/pharmacy?sort=-fundFen' })).json();
  expect(list.rows.map(({ no, fundFen }: { no: string; fundFen: number | null }) => [no, fundFen])).toEqual([
    ['H2', 1_000],
    ['H3', null],
  ]);
  const { body } = await app.inject({ url: '/api/practice/physician/export?format=csv' });
  expect(body).toMatch(/D2.*80\.00,,/);
});
