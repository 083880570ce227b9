/** Findings, money and institutions of a trial, by month and by institution. */
import { formatDay } from '@hengjian/domain';
import type { Change, EditionFinding, RuleResult } from '../review/ports.ts';
import type { TrialSummary } from './trial-ports.ts';

const PROVIDERS = 30;

/** `findings`: what the edition says (not what only the other says). Findings that an exemption marked are counted, their money is not. */
export function summaryOf(
  results: readonly RuleResult[],
  findings: readonly EditionFinding[],
  change: Change | null,
): Omit<TrialSummary, 'overlap'> {
  const own = (f: EditionFinding) => f.records.filter((r) => r.role === 'inQuestion');
  const pursued = findings.filter((f) => f.exemptedBy === null);
  const months = new Map<string, { findings: number; amountFen: number }>();
  const providers = new Map<string, { findings: number; amountFen: number }>();
  for (const f of pursued) {
    add(months, formatDay(f.periodDay).slice(0, 7), f.amountFen);
    // money by the institution of each record; a finding counts once for each of its institutions
    const byProvider = Map.groupBy(own(f), (r) => r.providerNo);
    for (const [providerNo, records] of byProvider)
      add(
        providers,
        providerNo,
        records.reduce((sum, r) => sum + r.amountFen, 0),
      );
  }
  const list = <K extends string>(name: K, map: typeof months) =>
    [...map].map(([key, counts]) => ({ [name]: key, ...counts }) as { [k in K]: string } & { findings: number; amountFen: number });
  return {
    results,
    findings: findings.length,
    amountFen: pursued.reduce((sum, f) => sum + f.amountFen, 0),
    fundFen: pursued.reduce((sum, f) => sum + (f.fundFen ?? 0), 0),
    persons: new Set(findings.flatMap((f) => own(f).map((r) => r.personNo))).size,
    providers: new Set(findings.flatMap((f) => own(f).map((r) => r.providerNo))).size,
    byMonth: list('month', months).sort((a, b) => (a.month < b.month ? -1 : 1)),
    byProvider: list('providerNo', providers)
      .sort((a, b) => b.amountFen - a.amountFen || (a.providerNo < b.providerNo ? -1 : 1))
      .slice(0, PROVIDERS),
    change,
  };
}

function add(map: Map<string, { findings: number; amountFen: number }>, key: string, amountFen: number): void {
  const known = map.get(key) ?? { findings: 0, amountFen: 0 };
  map.set(key, { findings: known.findings + 1, amountFen: known.amountFen + amountFen });
}
