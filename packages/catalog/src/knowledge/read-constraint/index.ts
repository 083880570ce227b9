import type { KnowledgeKind } from '../kinds.ts';
import { type KnowledgePoint, type Reading, read, wait } from '../point.ts';
import { readAge, readChild, readNewborn } from './age.ts';
import { type DiagnosisTable, readIndication, readSecondLine } from './indication.ts';
import { readGroup, readInjury, readLevel, readMaternity, readPair, readSettings } from './scene.ts';
import { readSex } from './sex.ts';
import { readCourse, readFrequency, readInterval } from './time.ts';

/** What a reader may know beside the point itself. */
export interface ReadingAids {
  /** Further names of diagnoses, given by who imports (`--icd FILE`); those in `diseases.ts` are always known. */
  diagnoses?: DiagnosisTable;
}

/** One reader per kind. Kinds whose parameters are codes or prices cannot be read from a sentence. */
const readers: Record<KnowledgeKind, (point: KnowledgePoint, aids: ReadingAids) => Reading> = {
  sex: readSex,
  child: readChild,
  newborn: readNewborn,
  age: readAge,
  settings: readSettings,
  level: readLevel,
  injury: readInjury,
  maternity: readMaternity,
  pair: readPair,
  frequency: readFrequency,
  interval: readInterval,
  course: readCourse,
  price: () => wait('paramMissing', { name: 'maxPrice' }),
  surgery: readGroup,
  sameGroup: () => wait('paramMissing', { name: 'group' }),
  requires: () => wait('codesNeeded', { name: 'requires' }),
  firstLine: (point, aids) => readSecondLine(point, aids.diagnoses),
  indication: (point, aids) => readIndication(point, aids.diagnoses),
  bundle: () => wait('codesNeeded', { name: 'bundle' }),
  // what is forbidden reads much like what is allowed: only given parameters are certain
  ageGiven: () => wait('paramMissing', { name: 'minAge / maxAge' }),
  contraindication: () => wait('paramMissing', { name: 'diagnoses' }),
  counter: (point) => (point.counterCodes.length > 0 ? read() : wait('codesNeeded', { name: 'counterCodes' })),
  diagnosesGiven: () => wait('paramMissing', { name: 'diagnoses' }),
  departments: () => wait('paramMissing', { name: 'departments' }),
  fundCap: () => wait('paramMissing', { name: 'maxFund' }),
  antibioticGrade: () => wait('paramMissing', { name: 'grade' }),
  prophylaxis: () => wait('paramMissing', { name: 'operations' }),
  dose: () => wait('paramMissing', { name: 'maxSingleDose / maxDailyDose' }),
  prescriptionLimit: () => wait('paramMissing', { name: 'maxDays / max' }),
  dailyQuantity: () => wait('paramMissing', { name: 'maxDaily' }),
  quantity: () => wait('paramMissing', { name: 'max' }),
  unitContent: () => wait('paramMissing', { name: 'unitContent / doseUnit' }),
  operationCharge: () => wait('codesNeeded', { name: 'requires / operations' }),
  sameElsewhere: () => wait('paramMissing', { name: 'lookbackDays' }),
  chargeUnits: () => wait('paramMissing', { name: 'max' }),
  serviceMinutes: () => wait('paramMissing', { name: 'minutes' }),
  deviceCapacity: () => read(), // the device alone may be what is asked for
  practiceScope: () => wait('paramMissing', { name: 'scopes' }),
  selection: () => wait('paramMissing', { name: 'group / selected' }),
  list: () => read(), // to stand on the list is the whole constraint
};

export const readConstraint = (kind: KnowledgeKind, point: KnowledgePoint, aids: ReadingAids = {}): Reading => readers[kind](point, aids);
