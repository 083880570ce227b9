/** 信息数据监管类: what the settlement list and the lines must say, tried on every record. */
import { parseInstant } from '@hengjian/domain';
import { settled } from './group-rules.ts';
import { linesKey, type Oracle } from './line-rules.ts';

const fen = (text: string | undefined): number => Math.round(Number(text) * 100);
const dayOf = (at: number): number => Math.floor(at / 86_400);
/** Stays that have ended. */
const ended: (facts: Parameters<Oracle>[0]) => Parameters<Oracle>[0]['encounters'] = (facts) =>
  facts.encounters.filter((e) => e.setting === 'inpatient' && !e.open);

const settlementsWhere =
  (wrong: (s: Record<string, string>, sentFen: Map<string, number>) => boolean): Oracle =>
  (facts) =>
    facts.encounters.flatMap((e) => e.settlements.filter((s) => wrong(s.raw, facts.sentFen)).map((s) => `S${s.id}`));

const stayDays: Oracle = (facts) =>
  ended(facts)
    .filter((e) => e.raw.act_ipt_days !== '')
    .filter((e) => Number(e.raw.act_ipt_days) !== Math.max(1, dayOf(e.ends) - dayOf(e.begins)))
    .map((e) => settled([e]));

const stayFields: Oracle = (facts) =>
  ended(facts)
    // a reversed stay has nothing that goes back
    .filter((e) => e.settlements.length > 0)
    .filter((e) => e.main === '' || ['dept_codg', 'bedno', 'dscg_way', 'dr_codg'].some((column) => e.raw[column] === ''))
    .map((e) => settled([e]));

const operationDay: Oracle = (facts) =>
  facts.encounters
    .filter((e) => e.setting === 'inpatient' && (e.open || e.settlements.length > 0))
    .filter((e) => e.operated.some((o) => o.day < dayOf(e.begins) || o.day > dayOf(e.ends)))
    .map((e) => settled([e]));

const lineFields: Oracle = (facts) =>
  facts.lines
    .filter((l) => l.raw.med_chrgitm_type === '' || (l.raw.bilg_dr_codg === '' && l.encounter.setting !== 'pharmacy'))
    .map((l) => linesKey([l]));

const lateUpload: Oracle = (facts) =>
  facts.lines
    .filter((l) => {
      const delay = (parseInstant(l.raw.updt_time as string) as number) - l.at;
      return delay > (l.encounter.setting === 'inpatient' ? 24 : 1) * 3600;
    })
    .map((l) => linesKey([l]));

export const dataOracles: Record<string, Oracle> = {
  'settlement-payment-sum': settlementsWhere(
    (s) => Math.abs(fen(s.fund_pay_sumamt) + fen(s.acct_pay) + fen(s.psn_cash_pay) - fen(s.medfee_sumamt)) > 1,
  ),
  'settlement-line-sum': settlementsWhere((s, sentFen) => Math.abs((sentFen.get(s.setl_id as string) ?? 0) - fen(s.medfee_sumamt)) > 1),
  'stay-days-mismatch': stayDays,
  'stay-fields-missing': stayFields,
  'operation-outside-stay': operationDay,
  'line-fields-missing': lineFields,
  'late-upload': lateUpload,
};
