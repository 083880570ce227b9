import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 围手术期抗菌药物预防性应用监管: antibacterials at a clean operation that needs none, or longer than a day (two after heart operations). */
interface Operation {
  diagnosis: string;
  code: string;
  service?: string;
  days?: number;
}
const hernia: Operation = { diagnosis: 'K40.900', code: '53.0300', service: '腹股沟疝修补术' };
const hip: Operation = { diagnosis: 'S72.000', code: '81.5100', service: '全髋关节置换术', days: 10 };
const bypass: Operation = { diagnosis: 'I25.100', code: '36.1000', days: 12 };

/** Operated on the second day. */
const stay = (kit: PlantKit, { diagnosis, code, service, days = 7 }: Operation): PlantVisit => {
  const visit = kit.visit(kit.person({ sex: 1, minAge: 40, maxAge: 75 }), {
    scene: 'inpatient',
    on: kit.day({ after: days + 2 }),
    days,
    department: 'A04',
    diagnosis,
  });
  visit.operate(code);
  visit.add('全身麻醉', { on: visit.first + 1 });
  if (service) visit.add(service, { on: visit.first + 1 });
  return visit;
};
/** Given on the day so many days after the operation. */
const given = (visit: PlantVisit, name: string, after: number) => visit.add(name, { on: visit.first + 1 + after, hour: 8 });

const plant: Plant = {
  code: 'GZ10000202002000',
  grain: 'line',
  violations: [
    // Not indicated at all.
    (kit) => kit.violation({ lines: [given(stay(kit, hernia), '注射用头孢唑林钠', 0)] }),
    (kit) => kit.violation({ lines: [given(stay(kit, hernia), '注射用头孢呋辛钠', 2)] }),
    // Longer than 24 hours: what is given on the second day after and later.
    (kit) => {
      const visit = stay(kit, hip);
      for (const after of [0, 1]) given(visit, '注射用头孢唑林钠', after);
      for (const after of [2, 3]) kit.violation({ lines: [given(visit, '注射用头孢唑林钠', after)] });
    },
    // Longer than 48 hours after a heart operation.
    (kit) => {
      const visit = stay(kit, bypass);
      for (const after of [0, 1, 2]) given(visit, '注射用头孢呋辛钠', after);
      kit.violation({ lines: [given(visit, '注射用头孢呋辛钠', 3)] });
    },
    // Two operations, both clean: beyond the day after the second.
    (kit) => {
      const visit = stay(kit, { ...hip, days: 14 });
      visit.operate('79.3500', visit.first + 9);
      for (const after of [8, 9]) given(visit, '注射用头孢唑林钠', after);
      kit.violation({ lines: [given(visit, '注射用头孢唑林钠', 11)] });
    },
  ],
  nearMisses: [
    // Between two operations: before the second one.
    (kit) => {
      const visit = stay(kit, { ...hip, days: 14 });
      visit.operate('79.3500', visit.first + 9);
      given(visit, '注射用头孢唑林钠', 4);
    },
    // Before the operation: for something else.
    (kit) => void given(stay(kit, hernia), '注射用头孢唑林钠', -1),
    (kit) => {
      const visit = stay(kit, hip);
      for (const after of [0, 1]) given(visit, '注射用头孢唑林钠', after);
    },
    (kit) => {
      const visit = stay(kit, bypass);
      for (const after of [0, 1, 2]) given(visit, '注射用头孢呋辛钠', after);
    },
    // Admitted with an infection: treatment, not prophylaxis.
    (kit) => void given(stay(kit, { ...hip, diagnosis: 'M00.900' }), '注射用头孢曲松钠', 4),
    // Another operation of the stay is not clean.
    (kit) => {
      const visit = stay(kit, hernia);
      visit.operate('45.7300');
      given(visit, '注射用头孢呋辛钠', 3);
    },
    // No operation.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { scene: 'inpatient', on: kit.day({ after: 8 }), days: 6, diagnosis: 'J18.900' });
      for (const after of [0, 1, 2, 3]) given(visit, '注射用头孢曲松钠', after);
    },
    // Another drug, and what was taken back.
    (kit) => {
      const visit = stay(kit, hip);
      given(visit, '维生素C注射液', 4);
      visit.refund(given(visit, '注射用头孢唑林钠', 3));
    },
  ],
};
export default plant;
