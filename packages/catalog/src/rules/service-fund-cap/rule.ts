import { deepFreeze, field } from '@hengjian/language';
import { fundCapRule } from '../../window-families.ts';

export default deepFreeze(
  fundCapRule(
    {
      id: 'service-fund-cap',
      code: 'GZ10000102015000',
      title: { zh: '医疗服务项目超限定报销总额', en: 'Service paid above its limit' },
      category: '政策类/医疗服务项目政策限定类',
      explain: {
        zh: '「{subject}」{window}基金支付合计 {total} 元，超过限定总额 {max} 元。',
        en: 'The fund paid {total} yuan for "{subject}" in {window}, above the limit of {max} yuan.',
      },
    },
    field('fundFen'),
  ),
);
