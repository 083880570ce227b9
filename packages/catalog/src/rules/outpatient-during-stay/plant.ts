import type { Plant, PlantKit, PlantPerson, PlantVisit, VisitWish } from '../../plant.ts';

/** 住院期间门诊/购药结算: an outpatient visit or purchase between admission and discharge; their own days are fine. */
const stay = (kit: PlantKit, wish: Partial<VisitWish> = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 30 }), {
    scene: 'inpatient',
    on: kit.day({ before: 2, after: 12 }),
    days: 8,
    hour: 10,
    endHour: 11,
    diagnosis: 'J18.900',
    ...wish,
  });
const outside = (kit: PlantKit, person: PlantPerson, on: number, scene: VisitWish['scene'], hour?: number): PlantVisit => {
  const visit = kit.visit(person, {
    scene,
    on,
    ...(hour === undefined ? {} : { hour }),
    ...(scene === 'pharmacy' ? {} : { diagnosis: 'J06.900' }),
  });
  visit.add('复方甘草片');
  return visit;
};
const during = (scene: VisitWish['scene'], day: number) => (kit: PlantKit) => {
  const visit = stay(kit);
  kit.violation({ visits: [outside(kit, visit.person, visit.first + day, scene)] });
};
const beside = (scene: VisitWish['scene'], at: (visit: PlantVisit) => [number, number]) => (kit: PlantKit) => {
  const visit = stay(kit);
  const [on, hour] = at(visit);
  outside(kit, visit.person, on, scene, hour);
};

const plant: Plant = {
  code: 'DF-02',
  grain: 'encounter',
  violations: [
    during('outpatient', 3),
    during('pharmacy', 1),
    during('chronic', 7),
    // Two of them: two findings.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ visits: [outside(kit, visit.person, visit.first + 2, 'outpatient')] });
      kit.violation({ visits: [outside(kit, visit.person, visit.first + 5, 'pharmacy')] });
    },
    // Not yet discharged.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), {
        scene: 'inpatient',
        on: kit.day({ before: Math.max(0, kit.to - kit.from - 20), after: 6 }),
        open: true,
        diagnosis: 'I63.900',
      });
      kit.violation({ visits: [outside(kit, visit.person, visit.first + 3, 'outpatient')] });
    },
  ],
  nearMisses: [
    // On the day of admission before it and after it, on the day of discharge before it and after it.
    beside('outpatient', (v) => [v.first, 8]),
    beside('pharmacy', (v) => [v.first, 16]),
    beside('outpatient', (v) => [v.last, 9]),
    beside('pharmacy', (v) => [v.last, 15]),
    beside('outpatient', (v) => [v.first - 1, 9]),
    beside('chronic', (v) => [v.last + 1, 9]),
    // Somebody else.
    (kit) => {
      const visit = stay(kit);
      outside(kit, kit.person({ minAge: 30 }), visit.first + 3, 'outpatient');
    },
  ],
};
export default plant;
