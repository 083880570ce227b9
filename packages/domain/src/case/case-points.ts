// Knowledge rows of a rule's cases, as the readers of rules take them.
import type { CaseFile, CaseRule, CaseValue, CasePoint as Point, CaseFields as Raw, RuleCase } from './case-file.ts';
import { day } from './case-values.ts';

const FAR = 2_932_896; // 9999-12-31

/** Knowledge rows of a case; `codes` may be a list or roles. Amounts and limits are written as people write them. */
export function casePoints(rule: CaseRule, file: CaseFile, one: RuleCase, paramOf: (name: string, value: unknown) => CaseValue): Point[] {
  const standards = Object.fromEntries(Object.entries(rule.parameters).map(([name, p]) => [name, p.standard as Point['params'][string]]));
  const parameters = { ...standards, ...(file.parameters as Point['params']), ...(one.parameters as Point['params']) };
  const rows = one.knowledge ?? file.knowledge ?? [];
  const base: Point = {
    index: 0,
    pointId: '',
    lineage: '',
    subject: '',
    constraint: '',
    basis: '',
    from: -FAR,
    to: FAR,
    codes: {},
    params: parameters,
  };
  return [
    base,
    ...rows.map(
      (raw, i): Point => ({
        ...base,
        index: i + 1,
        pointId: String(raw.id ?? `K${i + 1}`),
        lineage: String(raw.lineage ?? raw.id ?? `K${i + 1}`),
        subject: String(raw.subject ?? raw.id ?? `K${i + 1}`),
        constraint: String(raw.constraint ?? ''),
        basis: String(raw.basis ?? ''),
        from: raw.from === undefined ? -FAR : (day(raw.from) as number),
        to: raw.to === undefined ? FAR : (day(raw.to) as number),
        codes: Array.isArray(raw.codes) ? { code: raw.codes.map(String) } : (raw.codes as Point['codes']),
        params: {
          ...parameters,
          ...Object.fromEntries(Object.entries((raw.params ?? {}) as Raw).map(([name, v]) => [name, paramOf(name, v)])),
        },
      }),
    ),
  ];
}
