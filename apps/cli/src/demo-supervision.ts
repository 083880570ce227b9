// What a bureau did with some of the demo's findings: decided, points given to who ordered, institutions rated. Everything is invented.
import {
  type Day,
  dayOf,
  dueDay,
  type FindingAction,
  formatDay,
  type PointAction,
  type Responsibility,
  type StepDetail,
} from '@hengjian/domain';
import { findingLifeOf } from '@hengjian/server';
import {
  bureauParameter,
  bureauRegion,
  creditBookOf,
  doctorsOf,
  type Home,
  personVisits,
  pointRulesOf,
  pointsBookOf,
  practitionerRoster,
  settledFunds,
  workingCalendar,
} from '@hengjian/store';
import {
  proposePoints,
  rateInstitutions,
  registerPractitioners,
  takeCreditStep,
  takeFindingSteps,
  takePointStep,
} from '@hengjian/workflows';

const DAY = 86_400;

/** The largest certain findings of institutions, with who ordered. */
const largest = (home: Home, count: number) =>
  home.db
    .selectFrom('findingCase as c')
    .innerJoin('finding as f', 'f.findingId', 'c.findingId')
    .select(['c.findingId', 'c.providerNo', 'f.encounterNos', 'f.periodDay', 'f.explanationZh'])
    .where('c.state', '=', 'suspect')
    .where('f.certainty', '=', 'clear')
    .where('f.state', '=', 'live')
    .where('f.fundFen', '>', 0)
    .where('c.providerNo', 'is not', null)
    .orderBy('f.fundFen', 'desc')
    .orderBy('c.findingId')
    .limit(count)
    .$narrowType<{ providerNo: string }>()
    .execute();

/** Behaviour and responsibility, and how far each case has come: the sums end below nine, at nine and at twelve. */
const given: readonly (readonly [string, Responsibility, readonly PointAction[]])[] = [
  ['D01', 'main', ['notify', 'accept']],
  ['C02', 'main', ['notify', 'accept']],
  ['B01', 'general', ['notify', 'accept']],
  ['B02', 'important', ['notify', 'appeal']],
  ['A01', 'main', ['notify']],
  ['B01', 'main', []],
];

/** `from`: first day that institutions are rated over; `at`: the instant of the demo, the steps were taken in the days before. */
export async function superviseDemo(home: Home, from: Day, at: number): Promise<void> {
  const region = await bureauRegion(home.db);
  const then = at - 30 * DAY;
  const { book, rules } = await findingLifeOf(home, then);
  const decide = (findingIds: string[], action: FindingAction, by: string, detail?: StepDetail) =>
    takeFindingSteps(book, rules, { findingIds, action, act: { by, why: '演示', at: then }, ...(detail && { detail }) });
  const findings = await largest(home, 120);
  const ids = findings.map(({ findingId }) => findingId);
  await decide(ids, 'uphold', '李初审');
  await decide(ids.slice(0, 90), 'accept', '机构医保办');
  const lake = await (await home.lake.snapshot()).connect({ memoryLimitMb: 300 });
  try {
    const points = { book: pointsBookOf(home.db), rules: await pointRulesOf(home.db, region, at) };
    const act = { by: '王经办', why: '按导入的人员名册登记', at: then };
    await registerPractitioners(points, await practitionerRoster(lake), act);
    const doctors = await doctorsOf(
      lake,
      findings.flatMap(({ encounterNos }) => encounterNos),
    );
    const seen = new Set<string>();
    let next = 0;
    for (const { findingId, providerNo, encounterNos, periodDay, explanationZh } of findings.slice(0, 90)) {
      const plan = given[next];
      const practitionerNo = encounterNos.map((no) => doctors.get(no)).find((no) => no !== undefined && !seen.has(no));
      if (!plan || !practitionerNo) continue;
      const [behaviour, responsibility, steps] = plan;
      const decision = { decisionKind: 'finding', decisionRef: findingId, occurredOn: periodDay, facts: explanationZh } as const;
      const wish = { practitionerNo, providerNo, behaviour, responsibility, ...decision, by: '王经办', at: then };
      const proposed = await proposePoints(points, wish);
      if (!proposed.ok) continue;
      seen.add(practitionerNo);
      next++;
      const { pointId } = proposed.value;
      for (const action of steps)
        await takePointStep(points, { pointId, action, by: action === 'notify' ? '赵科长' : '本人', why: '演示', at: at - 8 * DAY });
    }
    const publicDays = (await bureauParameter(home.db, 'credit.publicDays', region))(dayOf(at));
    const calendar = await workingCalendar(home.db);
    const credit = {
      book: creditBookOf(home.db, {
        settled: (from, to) => settledFunds(lake, from, to),
        visits: (from, to) => personVisits(lake, { from, to, visitsPerDay: 5, placesPerMonth: 6 }),
      }),
      due: (_: string, from: Day) => dueDay(from, publicDays, calendar),
    };
    await rateInstitutions(credit, { schemeId: 'points-1000', from, to: dayOf(at), by: '王经办', at });
    const lowest = await home.db.selectFrom('creditRating').select('ratingId').orderBy('score').orderBy('subjectNo').limit(8).execute();
    for (const { ratingId } of lowest)
      await takeCreditStep(credit, { ratingId, action: 'publish', by: '赵科长', why: `${formatDay(dayOf(at))} 审定`, at });
    await rateInstitutions(credit, { schemeId: 'insured-person', from, to: dayOf(at), by: '王经办', at });
  } finally {
    lake.close();
  }
}
