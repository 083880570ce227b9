/** Hospitals whose stays are all of an ordinary kind, for rules that compare hospitals. */
import type { PlantKit, PlantPerson, PlantProvider, PlantVisit, VisitWish } from './plant.ts';
import { ENOUGH } from './statistics-planting.ts';

/** A department of which hospitals of class 2 have no other stays. */
const DEPARTMENT = 'A19';

/** A stay with its routine care alone. */
export const stayAt = (
  kit: PlantKit,
  person: PlantPerson,
  at: PlantProvider,
  on: number,
  days: number,
  diagnosis: string,
  wish: Partial<VisitWish> = {},
): PlantVisit => kit.visit(person, { scene: 'inpatient', at, on, days, diagnosis, department: DEPARTMENT, ...wish });

/** Six hospitals with just enough stays, one of each person at most: nobody comes again. */
export function quietWards(kit: PlantKit): void {
  const diagnoses = ['M51.200', 'N20.100', 'K80.100', 'I83.900', 'H25.900'];
  // a person goes through several of the houses, two months apart
  const people: { person: PlantPerson; on: number; turn: number }[] = [];
  let next = 0;
  kit.peers('wards', 6, (house) => {
    for (let n = 0; n < ENOUGH; n += 1) {
      if (people.length < ENOUGH * 2)
        people.push({ person: kit.person({ minAge: 30, maxAge: 60 }), on: kit.day({ after: 3 * 62, sameYear: true }), turn: 0 });
      const who = people[next % people.length] as (typeof people)[number];
      next += 1;
      stayAt(kit, who.person, house, who.on + who.turn * 60, 5, diagnoses[(n + who.turn) % diagnoses.length] as string);
      who.turn += 1;
    }
  });
}
