// What the bureau itself costs and has: the approved budget by line, 三公, procurement, people, assets, what is carried over.
import { dayOfDate, type Fen } from '@hengjian/domain';
import type { Desk } from './desk.ts';

/** Functional classification by what a project's name says. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/公务员/, '2101103'],
  [/救助/, '2101301'],
  [/能力提升|能力建设|信息|系统/, '2101504'],
  [/补助/, '2101202'],
];

const yuan = (fen: number): Fen => Math.round(fen / 100) * 100;

function budgetLines({ wish, random, dayIn, add }: Desk, office: Fen, staff: Fen): void {
  const approvedOn = dayIn(2);
  const line = (
    kind: string,
    project: string | null,
    [functionCode, economicCode]: readonly [string, string],
    amountFen: Fen,
    keySpending: boolean | null,
  ) =>
    add('budget-lines', {
      approvedOn,
      kind,
      project,
      functionCode,
      fundSource: 'general',
      origin: 'county',
      carriedOver: false,
      economicCode,
      keySpending,
      amountFen,
      documentNo: null,
      note: null,
    });
  line('staff', null, ['2101501', '301'], staff, null);
  line('office', null, ['2101501', '302'], office, null);
  for (const { name, budgetFen, overall } of wish.projects)
    if (!overall && budgetFen !== null) {
      const code = CODES.find(([words]) => words.test(name))?.[1] ?? '2101506';
      line('project', name, [code, /救助|补助/.test(name) && !/能力/.test(name) ? '303' : '302'], budgetFen, random.chance(0.6));
    }
  line('threePublic', null, ['2101501', '30217'], yuan(office * 0.06), null);
  line('procurement', null, ['2101504', '310'], yuan(office * 0.3), null);
}

/** Last year a little more than this year, this year within its budget. */
function publicExpenses({ wish, random, add }: Desk, office: Fen): void {
  for (const [kind, share] of [
    ['reception', 0.015],
    ['vehicleUse', 0.035],
  ] as const)
    for (const [year, part] of [
      [wish.year - 1, 1.08],
      [wish.year, 0.96],
    ] as const)
      for (const month of [3, 6, 9, 12])
        add('three-public', {
          paidOn: dayOfDate(year, month, 20),
          kind,
          amountFen: yuan((office * share * part * (0.95 + random.next() * 0.05)) / 4),
          unit: '局机关',
          note: null,
        });
}

function possessions({ wish, random, monthEnd, dayIn, add }: Desk, office: Fen, left: Fen): void {
  for (const [unit, quota, retired] of [
    ['局机关', 26, 6],
    ['医疗保障事务中心', 38, 3],
  ] as const) {
    const countedOn = monthEnd(12);
    add('staffing', { countedOn, unit, quotaCount: quota, onDutyCount: quota - random.int(0, 3), retiredCount: retired, note: null });
    const totalFen = quota * 3_200_000;
    add('fixed-assets', { countedOn, unit, totalFen, inUseFen: yuan(totalFen * (0.95 + random.next() * 0.04)), rentedFen: 0, note: null });
  }
  for (const [month, item, method, share] of [
    [4, '办公设备', 'frame', 0.08],
    [7, '数据安全服务', 'negotiation', 0.2],
  ] as const)
    add('government-procurements', { signedOn: dayIn(month), item, method, amountFen: yuan(office * share), project: null, note: null });
  for (const [year, share] of [
    [wish.year - 1, 1.12],
    [wish.year, 1],
  ] as const)
    add('carry-overs', {
      countedOn: dayOfDate(year, 12, 31),
      project: null,
      carriedFen: yuan(left * share * 0.9),
      surplusFen: yuan(left * share) - yuan(left * share * 0.9),
      note: null,
    });
}

/** `spent`: all payments of the year; what is left of the budget is carried over. */
export function officeEntries(desk: Desk, spent: Fen): void {
  const projects = desk.wish.projects.filter(({ overall }) => !overall).reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0), 0);
  const whole = desk.wish.projects.find(({ overall }) => overall)?.budgetFen ?? null;
  // Without an overall budget nobody knows what people and the office cost.
  if (whole === null || whole <= projects) return;
  const staff = yuan((whole - projects) * 0.85);
  const office = whole - projects - staff;
  budgetLines(desk, office, staff);
  publicExpenses(desk, office);
  possessions(desk, office, Math.max(0, whole - spent));
}
