// The budget tables of a plan's year and the scorecards of 财预〔2013〕53号, filled from the registers.
import { scorecards } from '@hengjian/catalog';
import {
  type BudgetBook,
  budgetBook,
  calendarDate,
  type Day,
  dayOfDate,
  type Measured,
  measuredCard,
  numberText,
  type Outcome,
  type Scorecard,
} from '@hengjian/domain';
import type { RegisterStore } from '../register/ports.ts';
import { isOverall, type MeasuringPort, measureById } from './measure-plan.ts';
import { measureValue } from './measure-value.ts';
import type { PlanStore } from './ports.ts';

/** The numbers behind a ratio, as a formula is filled in: 在职人数 18人；编制数 20人. */
const numbersOf = ({ numerator, denominator }: Measured): string =>
  [numerator, ...(denominator ? [denominator] : [])]
    .map(({ title, value, unit }) => `${title} ${value === null ? '未知' : `${numberText(value)}${unit}`}`)
    .join('；');

/** Refusal: `plan.unknown`. Ratios are asked of the whole body: every project's entries, the overall budget where the plan has one. */
export async function fillBudgetBook(
  ports: { plans: PlanStore; measuring: MeasuringPort; registers: RegisterStore },
  { planId, asOf }: { planId: string; asOf: Day },
): Promise<Outcome<BudgetBook>> {
  const adopted = await ports.plans.plan(planId);
  if (!adopted) return { ok: false, issues: [{ code: 'plan.unknown', severity: 'error', facts: { id: planId } }] };
  const { plan } = adopted;
  const { year } = calendarDate(asOf);
  const entries = await ports.registers.entries({ fromDay: dayOfDate(year - 1, 1, 1), toDay: asOf });
  const budget = plan.projects.find(isOverall)?.name ?? null;
  const asked = { from: dayOfDate(year, 1, 1), to: asOf, project: null, indicator: null, goal: null, budget };
  const measuring = await ports.measuring.open(plan, asOf);
  try {
    const cards: readonly Scorecard[] = Object.values(scorecards);
    const found = new Map<string, { value: number | null; numbers: string }>();
    for (const id of new Set(cards.flatMap(({ rows }) => rows.flatMap(({ measureId }) => measureId ?? [])))) {
      const measure = measureById(id);
      if (!measure) continue;
      const measured = await measureValue(measure, asked, measuring.reader);
      found.set(id, { value: measured.value, numbers: measured.value === null ? '' : numbersOf(measured) });
    }
    const value = (id: string) => found.get(id) ?? { value: null, numbers: '' };
    return {
      ok: true,
      value: { ...budgetBook(plan, entries, asOf), cards: cards.map((card) => measuredCard(card, asOf, value)) },
      issues: [],
    };
  } finally {
    await measuring.close();
  }
}
