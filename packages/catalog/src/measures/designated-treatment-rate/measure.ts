import { and, eq, field, gt, not } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'designated-treatment-rate',
  title: { zh: '到定点救治医疗机构就诊率', en: 'Treatment at designated institutions' },
  about: '本年发生医疗救助支付的就诊中，在本统筹区定点医疗机构就诊的笔数 ÷ 全部笔数',
  unit: '%',

  shape: percent(
    settlements('在定点救治机构的救助结算', '笔', count, {
      where: and(gt(field('aidFen'), 0), eq(field('providerKind'), 'medical'), not(field('outOfArea'))),
    }),
    settlements('救助结算', '笔', count, { where: gt(field('aidFen'), 0) }),
  ),
  answers: { names: ['到定点救治医疗机构就诊率', '*定点救治*就诊率'] },
});
