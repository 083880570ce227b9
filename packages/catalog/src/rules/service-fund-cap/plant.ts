import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 医疗服务项目超限定报销总额: the fund paid more for the item within the window than the point allows; every line of it is in question. */
const clinic = { scene: 'outpatient', at: { kind: 'hospital' } } as const;

/** So many of the item at visits of one person, the fund's share being three tenths at least. */
const visits = (kit: PlantKit, name: string, times: number, quantity: number, gap: number): PlantLine[] => {
  const person = kit.person({ minAge: 25 });
  const on = kit.day({ after: times * gap + 1, sameYear: true });
  return Array.from({ length: times }, (_, n) =>
    kit.visit(person, { ...clinic, on: on + n * gap, diagnosis: 'E28.300' }).add(name, { quantity }),
  );
};

const plant: Plant = {
  code: 'GZ10000102015000',
  grain: 'person',
  violations: [
    // In a year 300 yuan: 8 × 168 yuan and more, at least three tenths of it paid by the fund.
    (kit) => kit.violation({ lines: visits(kit, '性激素六项', 2, 4, 40) }),
    (kit) => kit.violation({ lines: visits(kit, '性激素六项', 4, 2, 25) }),
    // In one encounter 200 yuan.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), {
        scene: 'inpatient',
        on: kit.day({ after: 14 }),
        days: 12,
        diagnosis: 'J18.900',
      });
      kit.violation({ lines: Array.from({ length: 12 }, (_, n) => visit.add('降钙素原检测', { on: visit.first + n, hour: 15 })) });
    },
    // In a month and house 100 yuan.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const at = kit.provider({ kind: 'hospital' });
      const on = kit.day({ after: 12, sameMonth: true });
      kit.violation({
        lines: [0, 10].map((gap) =>
          kit.visit(person, { scene: 'outpatient', on: on + gap, at, diagnosis: 'E55.900' }).add('维生素D测定', { quantity: 3 }),
        ),
      });
    },
  ],
  nearMisses: [
    // The whole price is below the limit.
    (kit) => void visits(kit, '性激素六项', 1, 1, 10),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: 7 }), diagnosis: 'J18.900' });
      visit.add('降钙素原检测', { on: visit.first + 1 });
    },
    // Once in each of two houses: the limit is of one house.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const first = kit.provider({ kind: 'hospital' });
      const second = kit.provider({ kind: 'community' });
      const on = kit.day({ after: 12, sameMonth: true });
      for (const [gap, at] of [
        [0, first],
        [9, second],
      ] as const)
        kit.visit(person, { scene: 'outpatient', on: on + gap, at, diagnosis: 'E55.900' }).add('维生素D测定');
    },
    // All but one taken back.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: 7 }), diagnosis: 'E28.300' });
      visit.refund(visit.add('性激素六项', { quantity: 8 }), { quantity: 7 });
    },
    // Paid by the person alone.
    (kit) =>
      void kit
        .visit(kit.person({ minAge: 30 }), { ...clinic, on: kit.day(), diagnosis: 'E28.300' })
        .add('性激素六项', { quantity: 8, scope: 0 }),
  ],
};
export default plant;
