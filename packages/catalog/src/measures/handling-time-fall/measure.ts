import { field, isNull, not } from '@hengjian/language';
import { entries, mean, measure, QUANTITY, sumOf } from '../fragments.ts';

export default measure({
  id: 'handling-time-fall',
  title: { zh: '办件时长缩短', en: 'Handling time shortened' },
  about: '本年政务服务办件平均时长比上年同期缩短的百分比：（上年 − 本年）÷ 上年，按政务服务办件台账计',
  unit: '%',
  growth: 'fall',
  shape: mean(
    entries('service-matters', '办理总时长', '小时', sumOf('handlingHours'), { divide: QUANTITY }),
    entries('service-matters', '受理件数', '件', sumOf('receivedCount'), { where: not(isNull(field('handlingHours'))) }),
  ),
  answers: { names: ['提升群众办事效率', '*办事效率*提升', '*办理时限压缩*', '*办件时长缩短*'], unitRequired: true },
});
