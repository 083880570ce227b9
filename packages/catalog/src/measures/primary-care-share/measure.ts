import { and, eq, field, le } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'primary-care-share',
  title: { zh: '基层就诊率', en: 'Share of primary care' },
  about: '本年在一级及以下医疗机构的门诊和住院结算笔数 ÷ 医疗机构结算笔数',
  unit: '%',

  shape: percent(
    settlements('基层结算', '笔', count, { where: and(eq(field('providerKind'), 'medical'), le(field('level'), 1)) }),
    settlements('医疗机构结算', '笔', count, { where: eq(field('providerKind'), 'medical') }),
  ),
  answers: { names: ['基层就诊率', '*基层*就诊率', '基层*就诊人次占比'], not: ['满意'] },
});
