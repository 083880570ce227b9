import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品限生育保险: not a maternity encounter. Maternity insurance, maternity care, or matn_stas set make it one. */
const drugs = ['卡前列素氨丁三醇注射液', '益母草注射液', '卡贝缩宫素注射液'];
const woman = { who: { sex: 2, minAge: 24, maxAge: 38 } } as const;

const plant: Plant = {
  code: 'GZ10000101002000',
  grain: 'line',
  violations: [
    wrong(drugs, { ...woman, scene: 'inpatient', diagnosis: 'R10.400' }),
    wrong('米非司酮片', { ...woman, diagnosis: 'N92.600' }),
    wrong('地诺前列酮栓', { ...woman, scene: 'inpatient', diagnosis: 'R10.400' }),
    wrong(drugs, { ...woman, scene: 'emergency', diagnosis: 'N92.600' }),
    settledAnew('米非司酮片', { ...woman, diagnosis: 'N92.600' }),
  ],
  nearMisses: [
    right(drugs, { ...woman, scene: 'maternity-inpatient', insurance: '510', diagnosis: 'O80.900', pregnant: true }),
    right('米非司酮片', { ...woman, insurance: '510', diagnosis: 'O03.900' }),
    right(drugs, { ...woman, scene: 'inpatient', pregnant: true, diagnosis: 'O82.900' }),
    right('地诺前列酮栓', { ...woman, scene: 'maternity-outpatient', insurance: '510', pregnant: true, diagnosis: 'Z34.900' }),
    takenBack('益母草注射液', { ...woman, diagnosis: 'R10.400' }),
    dropped('米非司酮片', { ...woman, diagnosis: 'N92.600' }),
  ],
};
export default plant;
