import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 药品限最大开药天数/开药量: outpatient 30 days, emergency 3, long prescriptions of chronic diseases 84. */
const drugs = ['甲钴胺片', '碳酸钙D3片', '熊去氧胆酸胶囊', '曲美他嗪片'];
const days = (supplyDays: number) => ({ line: { supplyDays, quantity: 3 } });
const diagnosis = 'R53.x00';

const plant: Plant = {
  code: 'GZ10000101009000',
  grain: 'line',
  violations: [
    wrong(drugs, { diagnosis, ...days(31) }),
    wrong(drugs, { diagnosis, scene: 'emergency', ...days(4) }),
    wrong(drugs, { diagnosis, scene: 'chronic', ...days(85) }),
    wrong(drugs, { diagnosis, ...days(84) }),
    settledAnew('曲美他嗪片', { diagnosis, ...days(60) }),
  ],
  nearMisses: [
    right(drugs, { diagnosis, ...days(30) }),
    right(drugs, { diagnosis, scene: 'emergency', ...days(3) }),
    right(drugs, { diagnosis, scene: 'chronic', ...days(84) }),
    // Taken home from a stay; bought at a counter: other limits than these.
    right(drugs, { diagnosis, scene: 'inpatient', ...days(14) }),
    dropped('碳酸钙D3片', { diagnosis, ...days(90) }),
  ],
};
export default plant;
