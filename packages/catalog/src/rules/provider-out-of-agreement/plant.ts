import type { AgreementBounds, Plant, PlantCase, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 机构协议外结算: the encounter begins before the first or after the last day of the institution's agreement. */
interface Wish extends Partial<VisitWish> {
  kind?: 'hospital' | 'community' | 'pharmacy';
  bounds?: AgreementBounds;
}

/** A visit so many days after the agreement begins or ends (negative: before). */
const visitOn = (
  kit: PlantKit,
  of: 'from' | 'to',
  shift: number,
  { kind = 'hospital', bounds = 'both', ...wish }: Wish = {},
): PlantVisit => {
  const house = kit.houseUnderAgreement(kind, bounds);
  const day = (of === 'from' ? house.agreementFrom : house.agreementTo) as number;
  const visit = kit.visit(kit.person({ minAge: 20 }), {
    scene: kind === 'pharmacy' ? 'pharmacy' : 'outpatient',
    on: day + shift,
    at: house,
    bare: true,
    ...wish,
  });
  visit.add('复方甘草片', { supplyDays: 3 });
  return visit;
};
const wrong =
  (of: 'from' | 'to', shift: number, wish?: Wish): PlantCase =>
  (kit) =>
    kit.violation({ visits: [visitOn(kit, of, shift, wish)] });
const right =
  (of: 'from' | 'to', shift: number, wish?: Wish): PlantCase =>
  (kit) =>
    void visitOn(kit, of, shift, wish);

const plant: Plant = {
  code: 'DF-36',
  grain: 'encounter',
  violations: [
    wrong('from', -1),
    wrong('to', 1),
    wrong('to', 6, { kind: 'pharmacy' }),
    wrong('from', -3, { kind: 'community', scene: 'chronic' }),
    // Admitted the day before, discharged within the agreement.
    wrong('from', -1, { scene: 'inpatient', days: 5 }),
    // Only one end is on record.
    wrong('from', -2, { bounds: 'from' }),
    wrong('to', 2, { bounds: 'to', kind: 'pharmacy' }),
    (kit) => {
      const visit = visitOn(kit, 'to', 4, { kind: 'community' });
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    // The first day and the last.
    right('from', 0),
    right('to', 0, { kind: 'pharmacy' }),
    // Admitted on the last day, discharged after it.
    right('to', 0, { scene: 'inpatient', days: 5 }),
    // Emergency care.
    right('to', 3, { scene: 'emergency' }),
    right('from', -2, { scene: 'emergency', kind: 'community' }),
    // The end that is not on record does not limit.
    right('from', 9, { bounds: 'from' }),
    right('to', -9, { bounds: 'to' }),
  ],
};
export default plant;
