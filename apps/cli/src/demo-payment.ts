// The city's payment by disease group: what it spent as the budget, the year's clearing, and a what-if of it. Everything is invented.
import { dipScheme, drgPack, drgScheme } from '@hengjian/city';
import {
  dipGrouper,
  drgGrouper,
  type GroupedCase,
  groupCases,
  type Instant,
  measuredGroups,
  ONE,
  type Outcome,
  type PaymentGroup,
  PRICE_SCALE,
} from '@hengjian/domain';
import { type Home, paymentStoreOf } from '@hengjian/store';
import { type PaymentTrial, tryPayment } from '@hengjian/workflows';

/** Groups with fewer stays keep their written points. */
const LEAST_OF_GROUP = 5;
const TEN_THOUSAND_YUAN = 1_000_000;
const BY = '演示';

/** What a weight of 1 costs in the stays that have a group, in whole tens of yuan: paid so, the year comes to about what it cost. */
function rateOf(groups: readonly PaymentGroup[], cases: readonly GroupedCase[]): number {
  const weights = new Map(groups.map(({ code, weight }) => [code, weight]));
  const [cost, weight] = cases.reduce(
    ([costs, sum], { group, one }) => (group ? [costs + one.costFen, sum + (weights.get(group.code) ?? 0)] : [costs, sum]),
    [0, 0],
  );
  return weight === 0 ? 0 : Math.round((cost * ONE) / weight / 1000) * 10 * PRICE_SCALE;
}

export async function demoPayment(home: Home, year: number, at: Instant): Promise<Outcome<PaymentTrial>[]> {
  const store = paymentStoreOf(home);
  const stays = await store.stays(year, () => {});
  const { cases } = stays;
  const spent = { employee: 0, resident: 0 };
  for (const { insurance, fundFen } of cases) if (insurance === 'employee' || insurance === 'resident') spent[insurance] += fundFen;
  const budget = (fen: number) => Math.round(fen / TEN_THOUSAND_YUAN) * TEN_THOUSAND_YUAN;
  const drawn = dipScheme(year, { employee: budget(spent.employee * 1.02), resident: budget(spent.resident * 0.99) });
  const scheme = { ...drawn, groups: measuredGroups(drawn, groupCases(drawn, dipGrouper(drawn), cases), LEAST_OF_GROUP) };
  await store.addScheme(scheme, BY, at);
  const pack = drgPack();
  await store.addPack(pack, BY, at);
  const byGroup = drgScheme(year, drawn);
  const grouped = groupCases(byGroup, drgGrouper(pack), cases);
  const groups = measuredGroups(byGroup, grouped, LEAST_OF_GROUP);
  const weighed = { ...byGroup, groups, rates: byGroup.rates.map((row) => ({ ...row, rate: rateOf(groups, grouped) })) };
  await store.addScheme(weighed, BY, at);
  // the stays were just read
  const ports = { ...store, stays: async () => stays };
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
