// The care of some encounters as pages show it: personal numbers masked, ages instead of birth dates, names of items.
import { ageYears, dayOf } from '@hengjian/domain';
import { type CareAsked, careOf, diagnosisNames, subjectsOfCodes } from '@hengjian/store';
import { masked } from './mask.ts';
import type { CareJson } from './schemas/findings.ts';
import type { Services } from './services.ts';

export async function careJson({ home, lake }: Pick<Services, 'home' | 'lake'>, asked: CareAsked): Promise<CareJson> {
  const found = await lake.read((connection, snapshot) => careOf(connection, snapshot, asked));
  const subjects = await subjectsOfCodes(home.db, [...new Set([...found.lines, ...found.otherCharges].map(({ itemCode }) => itemCode))]);
  const called = await diagnosisNames(home.db, [
    ...found.diagnoses.map(({ code }) => code),
    ...found.near.flatMap(({ mainDiagnosis }) => mainDiagnosis ?? []),
  ]);
  return {
    ...found,
    encounters: found.encounters.map(({ birthDay, ...encounter }) => ({
      ...encounter,
      personNo: masked(encounter.personNo),
      age: birthDay === null || encounter.begunAt === null ? null : ageYears(birthDay, dayOf(encounter.begunAt)),
      died: encounter.deathDay !== null,
    })),
    lines: found.lines.map((line) => ({ ...line, itemName: subjects.get(line.itemCode) ?? null })),
    diagnoses: found.diagnoses.map((row) => ({ ...row, name: called.get(row.code) ?? null })),
    near: found.near.map((row) => ({ ...row, diagnosisName: called.get(row.mainDiagnosis ?? '') ?? null })),
    otherCharges: found.otherCharges.map((line) => ({ ...line, itemName: subjects.get(line.itemCode) ?? null })),
  };
}
