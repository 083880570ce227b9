/** What the plants of statistical rules share: departments with an ordinary mix of costs, and the same with one part grown large. */
import type { Plant, PlantKit, PlantPerson, PlantProvider, PlantVisit } from './plant.ts';

/** Least number of cases of a subject, on the policy pages. */
export const ENOUGH = 20;

export type Bill = readonly (readonly [name: string, quantity: number])[];
/** 31 % drugs, 24 % laboratory, 24 % treatment, 7 % consumables, at prices of a hospital of class 2. */
export const ordinary: Bill = [
  ['葡萄糖注射液', 10],
  ['血细胞分析', 1],
  ['静脉输液', 1],
  ['雾化吸入', 1],
  ['一次性使用输液器', 2],
];

const VISITS_A_PERSON = 10;
const APART_DAYS = 20;

/** So many visits of the department, each billing these; ten a person, three weeks apart, all in one year. */
export function clinic(kit: PlantKit, at: PlantProvider, department: string, bill: Bill, visits = ENOUGH): void {
  for (let seen = 0; seen < visits; seen += VISITS_A_PERSON) {
    const person = kit.person({ minAge: 20, maxAge: 60 });
    const own = Math.min(VISITS_A_PERSON, visits - seen);
    const on = kit.day({ after: own * APART_DAYS, sameYear: true });
    for (let n = 0; n < own; n += 1) bills(emergency(kit, person, at, department, on + n * APART_DAYS), bill);
  }
}

/** Emergencies come to no department but their own in the rest of the city: its peers are the ones made here. */
const emergency = (kit: PlantKit, person: PlantPerson, at: PlantProvider, department: string, on: number): PlantVisit =>
  kit.visit(person, { scene: 'emergency', at, on, department, diagnosis: 'L30.900' });

export function bills(visit: PlantVisit, bill: Bill): void {
  for (const [name, quantity] of bill) visit.add(name, { quantity, ...(name === '葡萄糖注射液' && { supplyDays: 1 }) });
}

/** Departments with an ordinary mix, to compare with: one more than the least number of peers. */
const ordinaryClinics = (kit: PlantKit, department: string): readonly PlantProvider[] =>
  kit.peers(`clinics ${department}`, 6, (house) => clinic(kit, house, department, ordinary));

/**
 * A share of cost: `more` on every visit makes it stand out; `little` goes above the usual without standing out, or grows another part;
 * too few visits take no part. What grows one share may grow another (`also`: a CT is an examination).
 */
export function sharePlant(code: string, department: string, more: Bill, little: Bill, also?: string): Plant {
  const house = (kit: PlantKit, bill: Bill, visits = ENOUGH) => {
    ordinaryClinics(kit, department);
    const own = kit.ownHouse('hospital', { level: 2 });
    clinic(kit, own, department, [...ordinary, ...bill], visits);
    return own;
  };
  const outstanding = (kit: PlantKit, visits = ENOUGH) => {
    const standsOut = house(kit, more, visits);
    kit.violation({ standsOut, department });
    if (also) kit.violation({ standsOut, department }, also);
  };
  return {
    code,
    grain: 'department',
    statistical: true,
    most: 3,
    violations: [(kit) => outstanding(kit), (kit) => outstanding(kit), (kit) => outstanding(kit, ENOUGH + 10)],
    nearMisses: [(kit) => void house(kit, little), (kit) => void house(kit, more, ENOUGH - 1), (kit) => void house(kit, [])],
  };
}
