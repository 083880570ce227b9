// 项目与重点药品: what items cost, why they cost more, what the next quarter will cost, and who uses them.
import {
  comparisonOf,
  currentEntries,
  dayOf,
  explainItems,
  forecastQuarter,
  funnelOf,
  MONITORED_ITEMS,
  type Months,
  monitoredPrefixes,
  monthAfter,
  monthsBetween,
} from '@hengjian/domain';
import {
  bureauParameter,
  bureauRegion,
  diagnosisNames,
  type ItemChoice,
  itemDiagnoses,
  itemDoctors,
  itemMonths,
  itemPeople,
  itemUses,
  namedItems,
  registerStoreOf,
  subjectsOfCodes,
} from '@hengjian/store';
import type { ItemsJson, ItemsQuery, ItemUseJson } from './schemas/items.ts';
import type { Services } from './services.ts';

type Asking = Pick<Services, 'home' | 'analysis' | 'names' | 'now'>;
/** Rows of the table; names that a search finds. */
const SHOWN = 100;
const NAMED = 2000;
/** Doctors listed, those furthest above what was to be expected. */
const DOCTORS = 30;

async function choiceOf({ home, now }: Asking, { kind, text, code, monitored }: ItemsQuery) {
  const watched = monitoredPrefixes(currentEntries(await registerStoreOf(home.db).entries({ registerId: MONITORED_ITEMS })), dayOf(now()));
  const named = text ? (await namedItems(home.db, text, NAMED)).map((one) => one.code) : undefined;
  const choice: ItemChoice = {
    kind,
    prefixes: monitored ? watched : undefined,
    codes: code ? [code] : named,
    part: code ? undefined : text,
  };
  return { choice, watched };
}

async function periodOf({ analysis }: Asking, { from, to }: ItemsQuery): Promise<{ known: Months; period: Months } | null> {
  const known = await analysis.months();
  if (!known) return null;
  const last = to ?? known.to;
  const first = from ?? [known.from, monthAfter(last, -11)].sort()[1] ?? known.from;
  return { known, period: { from: first, to: last } };
}

/** The last months on end that were used; a forecast stands on no gap. */
function unbroken(months: readonly { month: string; amountFen: number }[], last: string) {
  const values = new Map(months.map(({ month, amountFen }) => [month, amountFen]));
  const first = months[0]?.month;
  if (!first) return [];
  const own: number[] = [];
  for (const month of monthsBetween(first, last).reverse()) {
    const value = values.get(month);
    if (value === undefined || value <= 0) break;
    own.unshift(value);
  }
  return own;
}

export async function itemsView(asking: Asking, query: ItemsQuery): Promise<ItemsJson> {
  const of = await periodOf(asking, query);
  if (!of) return null;
  const { known, period } = of;
  const { choice, watched } = await choiceOf(asking, query);
  const comparison = comparisonOf(period, known);
  const now = comparison?.now ?? period;
  const key = (what: string) => `items ${what} ${JSON.stringify([choice, now, comparison?.before])}`;
  const [after, before, months] = await asking.analysis.remember(
    key('sums'),
    async (lake) =>
      [
        await itemUses(lake, choice, now),
        comparison ? await itemUses(lake, choice, comparison.before) : [],
        await itemMonths(lake, choice),
      ] as const,
  );
  const was = new Map(before.map((one) => [one.code, one]));
  const is = new Map(after.map((one) => [one.code, one]));
  const all = [...after, ...before.filter(({ code }) => !is.has(code))];
  const names = await subjectsOfCodes(
    asking.home.db,
    all.slice(0, SHOWN).map(({ code }) => code),
  );
  const { changeFen, rate, parts } = explainItems(before, after);
  const total = (uses: readonly { amountFen: number }[]) => uses.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const forecast = forecastQuarter(unbroken(months, known.to));
  const rounded = ({ value, low80, high80, low95, high95 }: NonNullable<typeof forecast>['quarter']) => ({
    value: Math.round(value),
    low80: Math.round(low80),
    high80: Math.round(high80),
    low95: Math.round(low95),
    high95: Math.round(high95),
  });
  return {
    known,
    period,
    now,
    before: comparison?.before ?? null,
    basis: comparison?.basis ?? null,
    monitoredCodes: watched.length,
    growth: comparison ? { wasFen: total(before), isFen: total(after), changeFen, rate, parts } : null,
    rows: all.slice(0, SHOWN).map(({ code, kind }) => ({
      code,
      name: names.get(code) ?? null,
      kind,
      monitored: watched.some((prefix) => code.startsWith(prefix)),
      before: was.get(code) ?? null,
      after: is.get(code) ?? null,
    })),
    total: all.length,
    months,
    forecast: forecast && {
      method: forecast.method,
      months: forecast.months.map((one, i) => ({ month: monthAfter(known.to, i + 1), ...rounded(one) })),
      quarter: rounded(forecast.quarter),
    },
  };
}

export async function itemUseView(asking: Asking, query: ItemsQuery): Promise<ItemUseJson> {
  const of = await periodOf(asking, query);
  if (!of) return null;
  const { choice } = await choiceOf(asking, query);
  const { home, now, analysis } = asking;
  const least = (await bureauParameter(home.db, 'benchmark.leastStays', await bureauRegion(home.db)))(dayOf(now()));
  const found = await analysis.remember(`items use ${JSON.stringify([choice, of.period])}`, async (lake) => ({
    people: await itemPeople(lake, choice, of.period),
    diagnoses: await itemDiagnoses(lake, choice, of.period),
    doctors: await itemDoctors(lake, choice, of.period),
  }));
  const called = await diagnosisNames(
    home.db,
    found.diagnoses.map(({ category }) => category),
  );
  const providers = await asking.names.providers();
  const doctors = new Map(found.doctors.map((one) => [one.no, one]));
  const { rows, ...funnel } = funnelOf(found.doctors, least);
  return {
    period: of.period,
    ...found.people,
    diagnoses: found.diagnoses.map((row) => ({ ...row, name: called.get(row.category) ?? null })),
    doctors: {
      ...funnel,
      least,
      rows: rows
        .toSorted((a, b) => (b.mark === 'small' ? -99 : (b.score ?? -99)) - (a.mark === 'small' ? -99 : (a.score ?? -99)))
        .slice(0, DOCTORS)
        .map(({ no, ...row }) => {
          const { name = null, providerNo = '' } = doctors.get(no) ?? {};
          return { practitionerNo: no, providerNo, provider: providers.get(providerNo)?.name ?? null, name, ...row };
        }),
    },
  };
}
