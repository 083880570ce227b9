/** Conditions of the usual kinds, so that an officer names the kind and its codes instead of writing a condition. */
import { coalesce, type Expression, eq, field, inList, or, startsWith } from '@hengjian/language';
import type { ExemptionKind } from './exemption.ts';

export interface TemplateFacts {
  /** Beginnings of main diagnoses, ways of discharge, or encounters of a special case, by kind. */
  readonly codes?: readonly string[];
}

const anyOf = (parts: Expression[]): Expression => (parts.length === 1 ? (parts[0] as Expression) : or(...parts));
const diagnosis = (prefixes: readonly string[]) =>
  anyOf(prefixes.map((prefix) => startsWith(coalesce(field('mainDiagnosis'), ''), prefix)));

/** Of an unknown diagnosis or way of discharge it is not known that it is exempt: the record is judged like any other. */
export const exemptionTemplates: { readonly [kind in Exclude<ExemptionKind, 'other'>]: (facts: TemplateFacts) => Expression } = {
  /** Z51: 放射治疗、化学治疗疗程. */
  chemotherapy: ({ codes = ['Z51'] }) => diagnosis(codes),
  /** Z49: 透析. */
  dialysis: ({ codes = ['Z49'] }) => diagnosis(codes),
  emergency: () => eq(coalesce(field('setting'), ''), 'emergency'),
  /** dscg_way 2 医嘱转院, 3 医嘱转社区卫生服务机构或乡镇卫生院. */
  transfer: ({ codes = ['2', '3'] }) => inList(coalesce(field('dischargeWay'), ''), ...codes),
  /** 特例单议: encounters named one by one. */
  specialCase: ({ codes = [] }) => inList(field('encounterNo'), ...codes),
};
