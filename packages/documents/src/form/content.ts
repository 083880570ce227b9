// What a form is written from: a document as it was read (or a plan told as one), with the money of one form where it is known.
import type { ReadDocument, ReadIndicator, ReadProject } from '@hengjian/domain';

/** Money of a form in 万元; what is not known stays empty, for a person to fill. */
export interface FormMoney {
  grantWan?: number | null;
  otherWan?: number | null;
  /** 上年结转. */
  carriedWan?: number | null;
  /** Of 财政拨款 and of 其他资金 paid up to the form's month. */
  grantPaidWan?: number | null;
  otherPaidWan?: number | null;
  centralWan?: number | null;
  localWan?: number | null;
  /** 年初预算数 where it differs from the year's budget. */
  initialWan?: number | null;
  paidWan?: number | null;
  /** 全年预计执行数. */
  forecastWan?: number | null;
  /** 预算执行率, in per cent, and its points. */
  executionPercent?: number | null;
  executionWeight?: number | null;
  executionScore?: number | null;
}

export interface FormContent extends Pick<ReadDocument, 'org' | 'year' | 'totals'> {
  money?: FormMoney;
  /** Monitoring: the last month of the period, 7 by 财预〔2019〕136号. */
  monthTo?: number;
}

/** What the form that was read says beside a label of its head; empty where it says nothing. */
export const fieldOf = ({ fields = [] }: ReadProject, label: string): string => fields.find((field) => field.label === label)?.value ?? '';

/** The sum of what is known, to two decimals; null where nothing is. */
export function sumOf(indicators: readonly ReadIndicator[], take: (one: ReadIndicator) => number | null): number | null {
  const known = indicators.flatMap((one) => take(one) ?? []);
  return known.length === 0 ? null : Number(known.reduce((a, b) => a + b, 0).toFixed(2));
}
