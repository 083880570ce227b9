import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 药品限就医方式: given where the point does not allow it. */
const inStay = ['人血白蛋白', '中长链脂肪乳注射液', '复方氨基酸注射液', '丙氨酰谷氨酰胺注射液', 'ω-3鱼油脂肪乳注射液', '参麦注射液'];
const urgent = ['安宫牛黄丸', '注射用尿激酶'];

const plant: Plant = {
  code: 'NC-药品限就医方式',
  grain: 'line',
  violations: [
    wrong(inStay),
    wrong(inStay, { scene: 'emergency' }),
    wrong(inStay, { scene: 'chronic' }),
    wrong(urgent),
    wrong('安宫牛黄丸', { scene: 'pharmacy' }),
    settledAnew('复方氨基酸注射液'),
  ],
  nearMisses: [
    right(inStay, { scene: 'inpatient' }),
    right(urgent, { scene: 'emergency' }),
    right(urgent, { scene: 'inpatient' }),
    right('人血白蛋白', { scene: 'maternity-inpatient', who: { sex: 2, minAge: 24, maxAge: 38 }, diagnosis: 'O80.900', pregnant: true }),
    dropped('中长链脂肪乳注射液'),
  ],
};
export default plant;
