import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 已停用的编码: two were withdrawn on 1 March 2025, one on 1 January 2024. */
const withdrawn = ['床旁心电图(旧编码)', '静脉切开术(旧编码)'];
const line = (
  kit: PlantKit,
  name: string,
  within: { from?: string; to?: string },
  scene: 'outpatient' | 'inpatient' = 'outpatient',
): PlantLine =>
  kit
    .visit(kit.person({ minAge: 30 }), {
      scene,
      on: kit.day({ after: 6, within }),
      days: 4,
      at: { kind: 'hospital', minLevel: 2 },
      diagnosis: scene === 'inpatient' ? 'I20.000' : 'R07.400',
    })
    .add(name);

const plant: Plant = {
  code: 'GZ10000201002000',
  grain: 'line',
  violations: [
    (kit) => kit.violation({ lines: [line(kit, kit.random.pick(withdrawn), { from: '2025-03-01' })] }),
    (kit) => kit.violation({ lines: [line(kit, kit.random.pick(withdrawn), { from: '2025-03-01' }, 'inpatient')] }),
    (kit) => kit.violation({ lines: [line(kit, '红外乳腺检查(旧编码)', {})] }),
    (kit) => kit.violation({ lines: [line(kit, '红外乳腺检查(旧编码)', {}, 'inpatient')] }),
    // On the very day.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.date('2025-03-01'), diagnosis: 'R07.400' });
      kit.violation({ lines: [visit.add(withdrawn[0] as string)] });
    },
  ],
  nearMisses: [
    // The day before.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.date('2025-02-28'), diagnosis: 'R07.400' });
      visit.add(kit.random.pick(withdrawn));
    },
    (kit) => void line(kit, kit.random.pick(withdrawn), { to: '2025-02-20' }),
    (kit) => void line(kit, '常规心电图', {}),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: 6 }), days: 4 });
      visit.refund(visit.add('红外乳腺检查(旧编码)'));
    },
    (kit) => void line(kit, kit.random.pick(withdrawn), { to: '2025-02-20' }, 'inpatient'),
  ],
};
export default plant;
