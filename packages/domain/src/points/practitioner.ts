/** Who is registered with the bureau as somebody whose orders the fund pays (登记备案), and signed the commitment (服务承诺). */
import type { Day } from '../time.ts';

export const practitionerKinds = ['doctor', 'pharmacist', 'nurse', 'technician', 'feeAuditor', 'pharmacyHead'] as const;
export type PractitionerKind = (typeof practitionerKinds)[number];

export interface RegisteredPractitioner {
  readonly practitionerNo: string;
  readonly name: string;
  readonly kind: PractitionerKind;
  readonly title: string | null;
  /** All institutions: points are shared across them (一医一档). */
  readonly providerNos: readonly string[];
  readonly registeredOn: Day;
  readonly committedOn: Day | null;
  /** Days on which an ended right was registered anew. */
  readonly returnedOn: readonly Day[];
}
