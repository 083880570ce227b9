// What the pages of payment by disease group show: a what-if with names beside its numbers, and its cases one by one.
import {
  changedPayment,
  explainPayment,
  funnelOf,
  groupCases,
  type Language,
  type PaidAhead,
  type PaymentScheme,
  type PaymentSignal,
  type PricedCase,
  paymentSums,
  sayIssue,
  sentences,
  settleYear,
  signalsOf,
} from '@hengjian/domain';
import type { PaymentStore } from '@hengjian/store';
import { grouperOf, type PaymentTrial } from '@hengjian/workflows';
import type { Names } from './names.ts';
import { taken as orRefused, refuse } from './refusal.ts';
import type * as shapes from './schemas/payment.ts';

const GROUPS = { institution: 'byInstitution', group: 'byGroup', insurance: 'byInsurance' } as const;

/** `ahead`: what is paid ahead and deducted in a year, by institution. */
export async function trialView(
  store: PaymentStore,
  names: Names,
  id: string,
  ahead: (year: number) => Promise<ReadonlyMap<string, PaidAhead>>,
): Promise<shapes.PaymentTrialJson> {
  const kept = await store.trial(id);
  if (!kept) refuse('payment.unknown-trial', { id }, 404);
  const scheme = await store.scheme(kept.schemeId);
  if (!scheme) refuse('payment.unknown-scheme', { id: kept.schemeId }, 404);
  const providers = await names.providers();
  const groups = new Map(scheme.groups.map(({ code, name }) => [code, name]));
  const { result, ...head } = kept;
  const { before, after, unknownFund } = result;
  const taken = await ahead(kept.year);
  const every = [...taken.values()];
  const sumOf = (key: keyof PaidAhead) => every.reduce((sum, one) => sum + one[key], 0);
  return {
    ...head,
    unknownFund,
    levers: [...head.levers] as shapes.PaymentLeverJson[],
    schemeTitle: scheme.title,
    method: scheme.method,
    values: before.values.map((value, i) => {
      const { insurance, level } = scheme.rates[i] ?? { insurance: null, level: null };
      const then = after.values[i];
      return { before: { ...value, insurance, level }, after: then ? { ...then, insurance, level } : null };
    }),
    all: {
      key: '',
      name: null,
      level: null,
      before: before.summary.all,
      after: after.summary.all,
      ahead: every.length > 0 ? { prepaidFen: sumOf('prepaidFen'), deductedFen: sumOf('deductedFen') } : null,
    },
    groups: (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
      const [was, is] = [before.summary[GROUPS[group]], after.summary[GROUPS[group]]];
      return {
        group,
        rows: [...new Set([...Object.keys(was), ...Object.keys(is)])].map((key) => {
          const provider = group === 'institution' ? providers.get(key) : undefined;
          const name = provider?.name ?? (group === 'group' ? groups.get(key) : undefined) ?? null;
          return {
            key,
            name,
            level: provider?.level ?? null,
            before: was[key] ?? null,
            after: is[key] ?? null,
            ahead: (group === 'institution' && taken.get(key)) || null,
          };
        }),
      };
    }),
  };
}

interface Priced {
  readonly scheme: PaymentScheme;
  readonly cases: readonly PricedCase[];
  readonly signals: ReadonlyMap<PricedCase, readonly PaymentSignal[]>;
}

/** Institutions of a class beside each other in a funnel; by itself the class with most of them. */
function funnelView(
  { cases, signals }: Priced,
  query: shapes.PaymentBenchmarkQuery,
  least: number,
  nameOf: (providerNo: string) => string | null,
): shapes.PaymentBenchmarksJson {
  const known = new Map<number, Set<string>>();
  for (const { one } of cases) {
    if (one.level === null) continue;
    const own = known.get(one.level) ?? new Set();
    known.set(one.level, own.add(one.providerNo));
  }
  const levels = [...known].map(([level, providers]) => ({ level, providers: providers.size })).sort((a, b) => b.level - a.level);
  const level = query.level ?? [...levels].sort((a, b) => b.providers - a.providers)[0]?.level ?? 0;
  const sums = paymentSums(
    cases.filter(({ one }) => one.level === level),
    signals,
    query.indicator,
  );
  const { rows, ...funnel } = funnelOf(sums, least);
  return {
    indicator: query.indicator,
    level,
    levels,
    least,
    ...funnel,
    rows: rows.map(({ no, ...row }) => ({ providerNo: no, ...row, name: nameOf(no) })),
  };
}

/** Cases of the what-if that is looked at, settled again: they are as many as a year's stays, and kept while it is the same. */
export function paymentCases(store: PaymentStore, names: Names) {
  let held: { key: string; priced: Promise<Priced> } | undefined;
  const settleAgain = async (trial: PaymentTrial, side: 'before' | 'after'): Promise<Priced> => {
    const base = await store.scheme(trial.schemeId);
    if (!base) refuse('payment.unknown-scheme', { id: trial.schemeId }, 404);
    const scheme = side === 'before' ? base : changedPayment(base, trial.levers);
    const grouper = orRefused(await grouperOf(store, base));
    const stays = await store.stays(trial.year, () => {});
    const { cases } = settleYear(scheme, groupCases(scheme, grouper, stays.cases));
    return { scheme, cases, signals: signalsOf(scheme, cases) };
  };
  const pricedOf = async (id: string, side: 'before' | 'after', version: number): Promise<Priced> => {
    const key = `${id} ${side} ${version}`;
    if (held?.key !== key) {
      const trial = await store.trial(id);
      if (!trial) refuse('payment.unknown-trial', { id }, 404);
      const priced = settleAgain(trial, side);
      held = { key, priced };
      // a fault is not kept
      priced.catch(() => {
        if (held?.priced === priced) held = undefined;
      });
    }
    return held.priced;
  };
  const benchmarks = async (id: string, query: shapes.PaymentBenchmarkQuery, { version, least }: { version: number; least: number }) => {
    const priced = await pricedOf(id, query.side, version);
    const providers = await names.providers();
    return funnelView(priced, query, least, (no) => providers.get(no)?.name ?? null);
  };
  const list = async (
    id: string,
    query: shapes.PaymentCaseQuery,
    { version, language }: { version: number; language: Language },
  ): Promise<shapes.PaymentCasesJson> => {
    const { scheme, cases, signals } = await pricedOf(id, query.side, version);
    const wanted = cases.filter(
      (one) =>
        (query.provider === undefined || one.one.providerNo === query.provider) &&
        (query.group === undefined || (one.group?.code ?? '') === query.group) &&
        (query.treatment === undefined || one.treatment === query.treatment) &&
        (query.signal === undefined || (signals.get(one)?.includes(query.signal) ?? false)) &&
        (query.no === undefined || one.one.encounterNo.includes(query.no)),
    );
    const providers = await names.providers();
    const say = (code: string, facts: object) => sayIssue({ code, severity: 'info', facts: { ...facts } }, sentences, language);
    const rows = wanted.slice((query.page - 1) * query.size, query.page * query.size).map((one) => {
      const { code, facts } = explainPayment(scheme, one);
      const { grouping, group } = one;
      return {
        encounterNo: one.one.encounterNo,
        providerNo: one.one.providerNo,
        providerName: providers.get(one.one.providerNo)?.name ?? null,
        endedDay: one.one.endedDay,
        days: one.one.days,
        mainDiagnosis: one.one.mainDiagnosis,
        mainProcedure: one.one.mainProcedure,
        groupCode: group?.code ?? null,
        groupName: group?.name ?? null,
        sentGroup: one.one.sentGroup,
        grouping: say(`payment.grouping.${grouping.why === 'grouped' ? grouping.by : grouping.why}`, {
          ...grouping,
          complications: grouping.complications.join('、'),
          excluded: grouping.excluded.join('、'),
          regrouped: one.regrouped.code ?? '',
        }),
        treatment: one.treatment,
        ratio: one.ratio,
        costFen: one.one.costFen,
        payFen: one.payFen,
        dueFen: one.dueFen,
        fundFen: one.one.fundFen,
        settled: say(code, facts),
        signals: [...(signals.get(one) ?? [])],
      };
    });
    return { total: wanted.length, rows };
  };
  return { list, benchmarks };
}
