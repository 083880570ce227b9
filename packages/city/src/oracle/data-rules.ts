/** 信息数据监管类: what the settlement list and the lines must say, tried on every record. */
import { starters } from '@hengjian/catalog/starters.gen.ts';
import { parseInstant } from '@hengjian/domain';
import { type Encounter, type Line, readPoints } from './facts.ts';
import { settled } from './group-rules.ts';
import { linesKey, type Oracle, pointsOn } from './line-rules.ts';

const fen = (text: string | undefined): number => Math.round(Number(text) * 100);
const dayOf = (at: number): number => Math.floor(at / 86_400);
/** Stays that have ended. */
const ended: (facts: Parameters<Oracle>[0]) => Parameters<Oracle>[0]['encounters'] = (facts) =>
  facts.encounters.filter((e) => e.setting === 'inpatient' && !e.open);

const settlementsWhere =
  (wrong: (s: Record<string, string>, sentFen: Map<string, number>) => boolean): Oracle =>
  (facts) =>
    facts.encounters.flatMap((e) => e.settlements.filter((s) => wrong(s.raw, facts.sentFen)).map((s) => `S${s.id}`));

/** … and not reversed for good. */
const standing: typeof ended = (facts) => ended(facts).filter((e) => e.settlements.length > 0);

const stayDays: Oracle = (facts) =>
  ended(facts)
    .filter((e) => e.raw.act_ipt_days !== '')
    .filter((e) => Number(e.raw.act_ipt_days) !== Math.max(1, dayOf(e.ends) - dayOf(e.begins)))
    .map((e) => settled([e]));

const stayFields: Oracle = (facts) =>
  standing(facts)
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

/** Every point whose prefixes name a code of the stay, and whose items it lacks: one finding a point. */
const lacksItems =
  (codesOf: (e: Encounter) => string[], skip: RegExp = /^$/): Oracle =>
  (facts, points) =>
    standing(facts).flatMap((e) =>
      points
        .filter((p) => codesOf(e).some((code) => !skip.test(code) && p.codes.some((prefix) => code.startsWith(prefix))))
        .filter((p) => !e.lines.some((l) => (p.params.requires as string[]).includes(l.code)))
        .map(() => settled([e])),
    );

/** The points of operation-without-charge, from the side of the charge. */
const uncoded: Oracle = (facts) =>
  readPoints(starters['operation-without-charge'] as string).flatMap((p) =>
    standing(facts).flatMap((e) =>
      e.operations.some((code) => (p.params.operations as string[]).some((prefix) => code.startsWith(prefix)))
        ? []
        : e.lines.filter((l) => (p.params.requires as string[]).includes(l.code)).map((l) => linesKey([l])),
    ),
  );

/** The leading code of a stay stands on the list; DF-30 has one list of diagnoses and one of operations. */
const leads =
  (codeOf: (e: Encounter) => string | undefined): Oracle =>
  (facts, points) =>
    standing(facts).flatMap((e) => points.filter((p) => p.codes.some((prefix) => codeOf(e)?.startsWith(prefix))).map(() => settled([e])));

const onList =
  (wrong: (line: Line) => boolean): Oracle =>
  (facts, points) =>
    facts.lines.filter((l) => pointsOn(points, l.code, l.day).length > 0 && wrong(l)).map((l) => linesKey([l]));

export const dataOracles: Record<string, Oracle> = {
  'settlement-payment-sum': settlementsWhere(
    (s) => Math.abs(fen(s.fund_pay_sumamt) + fen(s.acct_pay) + fen(s.psn_cash_pay) - fen(s.medfee_sumamt)) > 1,
  ),
  'settlement-line-sum': settlementsWhere(
    (s, sentFen) => sentFen.has(s.setl_id as string) && Math.abs((sentFen.get(s.setl_id as string) as number) - fen(s.medfee_sumamt)) > 1,
  ),
  'stay-days-mismatch': stayDays,
  'stay-fields-missing': stayFields,
  'operation-outside-stay': operationDay,
  'line-fields-missing': lineFields,
  'late-upload': lateUpload,
  'withdrawn-code': onList(() => true),
  // by case the fund's share is not told: in scope is enough
  'fee-not-covered': onList(
    (l) => l.inScope > 0 && (l.fund > 0 || l.encounter.settlements.some((s) => s.raw.clr_way === '40') || l.encounter.open),
  ),
  'shifted-to-self-pay': onList((l) => l.encounter.setting === 'inpatient' && l.inScope === 0),
  'operation-without-charge': lacksItems((e) => e.operations),
  'operation-without-code': uncoded,
  'diagnosis-without-care': lacksItems((e) => e.diagnoses, /^(Z8|Z9|I25\.2|B90|B94)/),
  'ungroupable-main-diagnosis': leads((e) => e.main || undefined),
  'ungroupable-main-operation': leads((e) => e.operations[0]),
};
