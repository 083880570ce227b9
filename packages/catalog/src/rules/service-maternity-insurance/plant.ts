import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限生育保险: not a maternity encounter. Maternity insurance, maternity care, or the mark of pregnancy make it one. */
const services = ['产前血清学筛查', '羊膜腔穿刺术', '胎儿系统超声检查', '产后盆底功能评定', '导乐分娩陪护'];
const woman = { who: { sex: 2, minAge: 24, maxAge: 38 } } as const;

const plant: Plant = {
  code: 'GZ10000102004000',
  grain: 'line',
  violations: [
    wrong(services, { ...woman, diagnosis: 'N92.600' }),
    wrong(services, { ...woman, scene: 'inpatient', diagnosis: 'R10.400' }),
    wrong(services, { who: { ...woman.who, insurance: '310' }, scene: 'emergency', diagnosis: 'R10.400' }),
    wrong(services, { who: { ...woman.who, insurance: '390' }, scene: 'chronic', diagnosis: 'I10.x00' }),
    wrong('产后盆底功能评定', { ...woman, diagnosis: 'N92.600', line: { quantity: 2 } }),
    settledAnew('胎儿系统超声检查', { ...woman, diagnosis: 'N92.600' }),
  ],
  nearMisses: [
    right(services, { ...woman, scene: 'maternity-inpatient', insurance: '510', diagnosis: 'O80.900', pregnant: true }),
    // Maternity insurance in an ordinary clinic, without the mark.
    right(services, { ...woman, insurance: '510', diagnosis: 'Z34.900' }),
    // The mark alone.
    right(services, { who: { ...woman.who, insurance: '390' }, pregnant: true, diagnosis: 'Z34.900' }),
    // Maternity care alone.
    right(services, { who: { ...woman.who, insurance: '390' }, scene: 'maternity-outpatient', diagnosis: 'Z34.900' }),
    takenBack('羊膜腔穿刺术', { ...woman, diagnosis: 'R10.400' }),
    dropped('产前血清学筛查', { ...woman, diagnosis: 'N92.600' }),
  ],
};
export default plant;
