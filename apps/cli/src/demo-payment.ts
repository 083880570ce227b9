// The city's payment by disease group: what it spent as the budget, the year's clearing, and a what-if of it. Everything is invented.
import { dipScheme, drgPack, drgScheme } from '@hengjian/city';
import { dipGrouper, drgGrouper, groupCases, type Instant, measuredGroups, type Outcome } from '@hengjian/domain';
import { type Home, paymentStoreOf } from '@hengjian/store';
import { type PaymentTrial, tryPayment } from '@hengjian/workflows';

/** Groups with fewer stays keep their written points. */
const LEAST_OF_GROUP = 5;
const TEN_THOUSAND_YUAN = 1_000_000;
const BY = '演示';

export async function demoPayment(home: Home, year: number, at: Instant): Promise<Outcome<PaymentTrial>[]> {
  const store = paymentStoreOf(home);
  const { lakeVersion, cases } = await store.stays(year, () => {});
  const spent = { employee: 0, resident: 0 };
  for (const { insurance, fundFen } of cases) if (insurance === 'employee' || insurance === 'resident') spent[insurance] += fundFen;
  const budget = (fen: number) => Math.round(fen / TEN_THOUSAND_YUAN) * TEN_THOUSAND_YUAN;
  const drawn = dipScheme(year, { employee: budget(spent.employee * 1.02), resident: budget(spent.resident * 0.99) });
  const scheme = { ...drawn, groups: measuredGroups(drawn, groupCases(drawn, dipGrouper(drawn), cases), LEAST_OF_GROUP) };
  await store.addScheme(scheme, BY, at);
  const pack = drgPack();
  await store.addPack(pack, BY, at);
  const byGroup = drgScheme(year, drawn);
  const weighed = { ...byGroup, groups: measuredGroups(byGroup, groupCases(byGroup, drgGrouper(pack), cases), LEAST_OF_GROUP) };
  await store.addScheme(weighed, BY, at);
  // the stays were just read
  const ports = { ...store, stays: async () => ({ lakeVersion, cases }) };
  const asked = { schemeId: scheme.schemeId, year, by: BY, at };
  const all = { insurance: null, level: null, providerNo: null, groups: [] };
  return [
    await tryPayment(ports, { ...asked, schemeId: weighed.schemeId, trialId: 'demo-drg', title: `${year} 年改按 DRG 付费`, levers: [] }),
    await tryPayment(ports, { ...asked, trialId: 'demo-dip', title: `${year} 年度 DIP 清算`, levers: [] }),
    await tryPayment(ports, {
      ...asked,
      trialId: 'demo-dip-what-if',
      title: '三级医院系数下调 0.05，高倍率起点下调到 2 倍',
      levers: [
        { ...all, kind: 'coefficient', level: 3, by: -500 },
        { ...all, kind: 'high', by: 20_000 },
      ],
    }),
  ];
}
