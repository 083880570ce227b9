// A transfer of the demo's year: divided by factors among three counties, targets handed down, paid; one payment lost the label. Invented.
import {
  dayOfDate,
  directFunds,
  type FactorWish,
  type Instant,
  type Outcome,
  standardScoreSteps,
  type Transfer,
  usualFactors,
} from '@hengjian/domain';
import { bureauRegion, type Home, planStoreOf, transferStoreOf } from '@hengjian/store';
import { enterFactorAllocation, enterNotice, enterPayment, linkTargets } from '@hengjian/workflows';

const transferId = 'Tdemo';
const by = '演示';

/** Name, 参保人数 (万人), 定点医药机构数, 财力困难程度, last year's result. */
const regions = [
  ['东河县', 18.6, 92, 0.8, 93.5],
  ['西岭县', 12.1, 61, 1, 84],
  ['临川区', 26.4, 148, 0.5, 71.5],
] as const;

/** Of each share; the last is behind. */
const paidPercent = [92, 88, 41] as const;

/** The form of the plan whose name says it is this money's; nothing where it has none. */
export async function demoTransfer(home: Home, planId: string, year: number, now: Instant): Promise<Outcome<Transfer> | null> {
  const plans = planStoreOf(home.db);
  const project = (await plans.plan(planId))?.plan.projects.find(({ name }) => /能力提升补助/.test(name));
  if (!project) return null;
  const store = transferStoreOf(home.db, { region: await bureauRegion(home.db), today: dayOfDate(year, 12, 31) });
  const acting = { transferId, by, now };
  const targets = { planId, projectNo: project.projectNo };
  const entered = await enterNotice(store, {
    ...acting,
    notice: {
      name: project.name,
      year,
      documentNo: `云财社〔${year}〕12号`,
      issuedBy: '云溪市财政局',
      receiver: '云溪市医疗保障局',
      issuedOn: dayOfDate(year, 3, 10),
      advanceFen: 0,
      fen: project.budgetFen ?? 100_000_000,
      label: directFunds,
      incomeCode: '1100249',
      spendingCode: '21015',
      targets: null,
    },
  });
  if (!entered.ok) return entered;
  const wish: FactorWish = {
    // The rest waits to be divided: the page's sliders have something to move.
    totalFen: Math.floor((entered.value.notice.fen * 0.7) / 10_000) * 10_000,
    stepFen: 10_000,
    factors: [...usualFactors],
    regions: regions.map(([name, insured, providers, hardship, score]) => ({ name, values: [insured, providers, hardship], score })),
    performancePart: 0.3,
    scoreSteps: [...standardScoreSteps],
  };
  const divided = await enterFactorAllocation(store, {
    ...acting,
    documentNo: `云财社〔${year}〕15号`,
    issuedOn: dayOfDate(year, 3, 28),
    idOf: (index) => `${transferId}-${index + 1}`,
    wish,
  });
  if (!divided.ok) return divided;
  for (const [at, share] of divided.value.shares.entries()) {
    const paid = await enterPayment(store, {
      ...acting,
      payment: {
        paymentId: `${transferId}-Z${at + 1}`,
        shareId: share.shareId,
        paidOn: dayOfDate(year, 9, 5 + at),
        fen: Math.floor((share.fen * (paidPercent[at] ?? 50)) / 10_000) * 100,
        label: at === 1 ? null : share.label,
        payee: '经办服务中标单位',
      },
    });
    if (!paid.ok) return paid;
  }
  return linkTargets({ transfers: store, plans }, { ...acting, shareId: null, targets });
}
