// The care of some encounters as pages show it: personal numbers masked, ages instead of birth dates, names of items.
import { diagnosisName } from '@hengjian/catalog';
import { ageYears, dayOf } from '@hengjian/domain';
import { type CareAsked, careOf, subjectsOfCodes } from '@hengjian/store';
import { masked } from './mask.ts';
import type { CareJson } from './schemas/findings.ts';
import type { Services } from './services.ts';

export async function careJson({ home, lake }: Pick<Services, 'home' | 'lake'>, asked: CareAsked): Promise<CareJson> {
  const found = await lake.read((connection, snapshot) => careOf(connection, snapshot, asked));
  const subjects = await subjectsOfCodes(home.db, [...new Set([...found.lines, ...found.otherCharges].map(({ itemCode }) => itemCode))]);
  return {
    ...found,
    encounters: found.encounters.map(({ birthDay, ...encounter }) => ({
      ...encounter,
      personNo: masked(encounter.personNo),
      age: birthDay === null || encounter.begunAt === null ? null : ageYears(birthDay, dayOf(encounter.begunAt)),
      died: encounter.deathDay !== null,
    })),
    lines: found.lines.map((line) => ({ ...line, itemName: subjects.get(line.itemCode) ?? null })),
    diagnoses: found.diagnoses.map((row) => ({ ...row, name: diagnosisName(row.code) })),
    near: found.near.map((row) => ({ ...row, diagnosisName: row.mainDiagnosis && diagnosisName(row.mainDiagnosis) })),
    otherCharges: found.otherCharges.map((line) => ({ ...line, itemName: subjects.get(line.itemCode) ?? null })),
  };
}
