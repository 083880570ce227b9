import type { Plant } from '../../plant.ts';
import { bill, dropped, right, settledAnew, takenBack, withFurther, wrong } from '../../planting.ts';

/** 药品禁忌症: any diagnosis of the same encounter begins with one with which the drug must not be used. */
const plant: Plant = {
  code: 'GZ10000301008000',
  grain: 'line',
  violations: [
    wrong('盐酸普萘洛尔片', { diagnosis: 'J45.900' }),
    wrong('盐酸二甲双胍缓释片', { diagnosis: 'N18.500', scene: 'inpatient' }),
    wrong('复方碘口服溶液', { diagnosis: 'E05.900' }),
    // As a further diagnosis.
    (kit) => kit.violation({ lines: [withFurther(kit, '双氯芬酸钾片', 'M17.900', 'K26.900')] }),
    (kit) => kit.violation({ lines: [withFurther(kit, '盐酸安非他酮缓释片', 'F41.900', 'G40.900', { scene: 'inpatient' })] }),
    // Each line of the drug is one finding.
    (kit) => {
      const { visit, line } = bill(kit, '双氯芬酸钾片', { diagnosis: 'K25.900', scene: 'inpatient' });
      kit.violation({ lines: [line] });
      kit.violation({ lines: [visit.add('双氯芬酸钾片', { on: visit.first + 2 })] });
    },
    settledAnew('盐酸普萘洛尔片', { diagnosis: 'J46.x00' }),
  ],
  nearMisses: [
    // Neighbours of the codes.
    right('盐酸普萘洛尔片', { diagnosis: 'J44.100' }),
    right('盐酸二甲双胍缓释片', { diagnosis: 'N18.300' }),
    (kit) => void withFurther(kit, '双氯芬酸钾片', 'M17.900', 'K29.500'),
    // At another encounter.
    (kit) => {
      const on = kit.day({ after: 9 });
      const person = kit.person({ minAge: 25 });
      kit.visit(person, { scene: 'outpatient', on, diagnosis: 'G40.900' });
      kit.visit(person, { scene: 'outpatient', on: on + 5, diagnosis: 'F41.900' }).add('盐酸安非他酮缓释片');
    },
    // Bought without a diagnosis.
    right('盐酸普萘洛尔片', { scene: 'pharmacy' }),
    takenBack('双氯芬酸钾片', { diagnosis: 'K25.900' }),
    dropped('复方碘口服溶液', { diagnosis: 'E05.900' }),
  ],
};
export default plant;
