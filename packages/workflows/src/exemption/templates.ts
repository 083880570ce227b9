import type { EncounterForm } from './encounter-form.ts';
import type { ExemptionKind } from './exemption.ts';

/** The usual kinds, so that an officer names the kind and at most its codes. */
export const exemptionTemplates: {
  readonly [kind in Exclude<ExemptionKind, 'other'>]: (codes?: readonly string[]) => EncounterForm;
} = {
  /** Z51: 放射治疗、化学治疗疗程. */
  chemotherapy: (diagnoses = ['Z51']) => ({ diagnoses, mainOnly: true }),
  /** Z49: 透析. */
  dialysis: (diagnoses = ['Z49']) => ({ diagnoses, mainOnly: true }),
  emergency: () => ({ settings: ['emergency'] }),
  /** dscg_way 2 医嘱转院, 3 医嘱转社区卫生服务机构或乡镇卫生院. */
  transfer: (dischargeWays = ['2', '3']) => ({ dischargeWays }),
  /** 特例单议: encounters named one by one. */
  specialCase: (encounterNos = []) => ({ encounterNos }),
};
