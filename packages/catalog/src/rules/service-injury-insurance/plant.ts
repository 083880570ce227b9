import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限工伤保险: paid by the basic medical or the maternity fund. A line wholly at the person's cost is nobody's loss. */
const services = ['劳动能力功能评定', '工伤职业能力评定', '假肢适配训练', '工作模拟训练', '烧伤瘢痕激光治疗'];
const after = { diagnosis: 'T92.100' } as const;

const plant: Plant = {
  code: 'GZ10000102003000',
  grain: 'line',
  violations: [
    wrong(services, after),
    wrong(services, { ...after, who: { insurance: '310' } }),
    wrong(services, { ...after, scene: 'chronic', who: { insurance: '390' } }),
    // Maternity insurance is not workers' injury insurance.
    wrong(services, {
      ...after,
      scene: 'maternity-outpatient',
      insurance: '510',
      who: { sex: 2, minAge: 24, maxAge: 38, insurance: '310' },
    }),
    wrong('烧伤瘢痕激光治疗', { ...after, line: { quantity: 3 } }),
    settledAnew('工作模拟训练', after),
  ],
  nearMisses: [
    // At the person's own cost, in a clinic and in a stay whose other lines are paid.
    right(services, { ...after, line: { scope: 0 } }),
    right(services, { ...after, scene: 'inpatient', line: { scope: 0 } }),
    right(services, { ...after, scene: 'emergency', line: { scope: 0, quantity: 2 } }),
    takenBack('假肢适配训练', after),
    dropped('劳动能力功能评定', after),
    dropped('工伤职业能力评定', { ...after, scene: 'chronic' }),
  ],
};
export default plant;
