/**
 * What an alert plants in the synthetic city: patterns that it should signal, and innocent look-alikes of which it should not. Written
 * from the alert's page, never from its tree. Both are labelled in the truth. As with rules one person carries one case.
 */
import type { Day } from '@hengjian/domain';
import type { PlantDoctor, PlantKit, PlantPerson, PlantProvider } from './plant.ts';

export type AlertPlantSubject = PlantProvider | PlantPerson | PlantDoctor | { readonly itemCode: string };

export interface AlertPlantKit extends PlantKit {
  /**
   * The days on which this subject does what the case is about. A case tells it once; of a look-alike `why` says why it is innocent. `also`:
   * other alerts whose pages describe the very same.
   */
  label(subject: AlertPlantSubject, days: { from: Day; to: Day }, why?: string, also?: readonly string[]): void;
}
export type AlertPlantCase = (kit: AlertPlantKit) => void;

export interface AlertPlant {
  readonly signals: readonly AlertPlantCase[];
  readonly lookAlikes: readonly AlertPlantCase[];
}

/** One row of the truth about alerts. */
export interface AlertTruth {
  readonly alertId: string;
  readonly label: 'signal' | 'lookAlike';
  readonly subjectKind: 'provider' | 'person' | 'practitioner' | 'item';
  /** Published number. */
  readonly subjectNo: string;
  readonly from: Day;
  readonly to: Day;
  readonly why: string;
}
