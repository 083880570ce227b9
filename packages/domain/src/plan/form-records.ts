/**
 * What the registers say for the cells of official forms that no target and no measure fills: money by its nature and by who pays, the
 * people of the body. Money in fen; null where no entry says it, and where some entries do not say which kind they are.
 */
import type { Fen } from '../money.ts';
import { currentEntries, type RegisterEntry } from '../register/register.ts';
import { calendarDate, type Day, dayOfDate } from '../time.ts';
import type { ManagedRow } from '../transfer/managed-funds.ts';
import type { MoneyPart } from './money-part.ts';
import { OVERALL_PROJECT, type Plan } from './plan.ts';
import { wanOfFen } from './to-document.ts';

export interface FormFunds {
  /** 当年财政拨款: 一般公共预算 and 政府性基金. */
  grant: MoneyPart;
  /** 上年结转资金. */
  carried: MoneyPart;
  /** 财政专户, 单位资金. */
  other: MoneyPart;
  /** By who pays: 中央, 地方（省、市、县）, 其他. */
  central: MoneyPart;
  local: MoneyPart;
  otherOrigin: MoneyPart;
}

export interface FormRecords {
  /** 资金管理情况 of forms whose targets went down with a transfer, by project number. */
  managed: ReadonlyMap<number, readonly ManagedRow[]>;
  /** 编制, 实有 (在职) of the last count, all units together; null where nobody counted. */
  people: { quota: number; onDuty: number } | null;
  /** By project number. */
  funds: ReadonlyMap<number, FormFunds>;
}

type Values = RegisterEntry['values'];
const SPENDING: readonly unknown[] = ['staff', 'office', 'project'];

/** Null where there is none, or where one of them does not say what it is. */
function total(entries: readonly RegisterEntry[], field: 'fundSource' | 'origin', wanted: readonly unknown[]): Fen | null {
  if (entries.length === 0 || entries.some(({ values }) => values[field] == null || values[field] === '')) return null;
  return entries.reduce((sum, { values }) => sum + (wanted.includes(values[field]) ? Number(values.amountFen ?? 0) : 0), 0);
}

const plus = (a: Fen | null, b: Fen | null): Fen | null => (a === null || b === null ? null : a + b);

interface Books {
  lines: RegisterEntry[];
  adjustments: RegisterEntry[];
  payments: RegisterEntry[];
}

function fundsOf({ lines, adjustments, payments }: Books): FormFunds {
  const isCarried = ({ values }: RegisterEntry) => values.carriedOver === true;
  const ofYear = { lines: lines.filter((one) => !isCarried(one)), payments: payments.filter((one) => !isCarried(one)) };
  /** Of the year before; null where one entry does not say whether it is. */
  const carried = (entries: readonly RegisterEntry[]): Fen | null =>
    entries.length === 0 || entries.some(({ values }) => values.carriedOver == null)
      ? null
      : entries.filter(isCarried).reduce((sum, { values }) => sum + Number(values.amountFen ?? 0), 0);
  const part = (
    field: 'fundSource' | 'origin',
    wanted: readonly string[],
    given: { lines: readonly RegisterEntry[]; payments: readonly RegisterEntry[] },
  ): MoneyPart => {
    const initialFen = total(given.lines, field, wanted);
    return {
      initialFen,
      budgetFen: adjustments.length === 0 ? initialFen : plus(initialFen, total(adjustments, field, wanted)),
      paidFen: total(given.payments, field, wanted),
    };
  };
  return {
    grant: part('fundSource', ['general', 'governmentFund'], ofYear),
    other: part('fundSource', ['specialAccount', 'other'], ofYear),
    carried: { initialFen: carried(lines), budgetFen: carried(lines), paidFen: carried(payments) },
    central: part('origin', ['central'], { lines, payments }),
    local: part('origin', ['province', 'city', 'county'], { lines, payments }),
    otherOrigin: part('origin', ['other'], { lines, payments }),
  };
}

const NOTHING: MoneyPart = { initialFen: null, budgetFen: null, paidFen: null };

/** Parts that do not make the form's own total speak of other money: those cells are left for people. */
function fitting(funds: FormFunds, budgetFen: Fen | null): FormFunds {
  const makes = (...parts: MoneyPart[]) => parts.reduce<Fen | null>((sum, { initialFen }) => plus(sum, initialFen), 0) === budgetFen;
  const { grant, carried, other, central, local, otherOrigin } = funds;
  return {
    ...(makes(grant, carried, other) ? { grant, carried, other } : { grant: NOTHING, carried: NOTHING, other: NOTHING }),
    ...(makes(central, local, otherOrigin) ? { central, local, otherOrigin } : { central: NOTHING, local: NOTHING, otherOrigin: NOTHING }),
  };
}

/** The money block of a form of targets or of monitoring, in 万元. */
export const moneyOfForm = (funds: FormFunds | undefined) => ({
  grantWan: wanOfFen(funds?.grant.initialFen ?? null),
  otherWan: wanOfFen(funds?.other.initialFen ?? null),
  carriedWan: wanOfFen(funds?.carried.initialFen ?? null),
  centralWan: wanOfFen(funds?.central.initialFen ?? null),
  localWan: wanOfFen(funds?.local.initialFen ?? null),
  grantPaidWan: wanOfFen(funds?.grant.paidFen ?? null),
  otherPaidWan: wanOfFen(funds?.other.paidFen ?? null),
});

/** The registers' words for a plan's forms up to a day of its year. */
export function formRecords(plan: Plan, entries: readonly RegisterEntry[], asOf: Day): Omit<FormRecords, 'managed'> {
  const { year } = calendarDate(asOf);
  const start = dayOfDate(year, 1, 1);
  const current = currentEntries(entries);
  const of = (registerId: string) =>
    current.filter((entry) => entry.registerId === registerId && entry.occurredOn >= start && entry.occurredOn <= asOf);
  const staffing = of('staffing');
  const counted = Math.max(...staffing.map(({ occurredOn }) => occurredOn));
  const lastCount = staffing.filter(({ occurredOn }) => occurredOn === counted);
  const headcount = (field: string) => lastCount.reduce((sum, { values }) => sum + Number(values[field] ?? 0), 0);
  const lines = of('budget-lines').filter(({ values }) => SPENDING.includes(values.kind));
  const [adjustments, payments] = [of('budget-adjustments'), of('budget-payments')];
  return {
    people: lastCount.length === 0 ? null : { quota: headcount('quotaCount'), onDuty: headcount('onDutyCount') },
    funds: new Map(
      plan.projects.map(({ projectNo, name, kind, budgetFen }) => {
        const overall = kind === 'overall' || name === OVERALL_PROJECT;
        const own = (all: RegisterEntry[]) => (overall ? all : all.filter(({ values }: { values: Values }) => values.project === name));
        return [projectNo, fitting(fundsOf({ lines: own(lines), adjustments: own(adjustments), payments: own(payments) }), budgetFen)];
      }),
    ),
  };
}
