/**
 * What guidelines ask for and claims can count: of the stays that an item is about, how many had the service or drug. The code of an item is
 * found anywhere in the code that was sent, so that a region's project number and the national code of twenty places are one.
 */
export interface GuidelineItem {
  /** Main diagnoses it is about, as prefixes; none: operated stays of these classes of incision. */
  readonly diagnoses: readonly string[];
  /** Class of incision (切口等级) of its operations. */
  readonly incision?: readonly string[];
  /** Codes, of which one is to be found. */
  readonly items: readonly string[];
  /** Days before the admission that count too. */
  readonly daysBefore: number;
  /** Until when it counts: the day of discharge, or the day of the (first) operation. */
  readonly until: 'discharge' | 'operation';
}

export const guidelineItems = {
  hba1c: { diagnoses: ['E10', 'E11', 'E12', 'E13', 'E14'], items: ['250302003'], daysBefore: 180, until: 'discharge' },
  infarctionAspirin: { diagnoses: ['I21', 'I22'], items: ['XB01AC'], daysBefore: 0, until: 'discharge' },
  strokeAntiplatelet: { diagnoses: ['I63'], items: ['XB01AC', 'XB01AA', 'XB01AE', 'XB01AF'], daysBefore: 0, until: 'discharge' },
  prophylaxis: { diagnoses: [], incision: ['2', '3'], items: ['XJ01'], daysBefore: 1, until: 'operation' },
  cleanAntibiotic: { diagnoses: [], incision: ['1'], items: ['XJ01'], daysBefore: 0, until: 'discharge' },
} as const satisfies Record<string, GuidelineItem>;
export type GuidelineItemName = keyof typeof guidelineItems;

/** Diagnoses that say by themselves that the infection came with the care (ICD-10: T80.2, T81.4, T82.6 …, O86.0, Y95). */
export const infectionsOfCare: readonly string[] = [
  'T80.2',
  'T81.4',
  'T82.6',
  'T82.7',
  'T83.5',
  'T83.6',
  'T84.5',
  'T84.6',
  'T84.7',
  'T85.7',
  'O86.0',
  'Y95',
];
