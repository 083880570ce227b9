import { deepFreeze, literal } from '@hengjian/language';
import { courseRule } from '../../window-families.ts';

/** Every day of charging counts one. */
const oneDay = literal(1);

export default deepFreeze(
  courseRule(
    {
      id: 'service-course',
      code: 'GZ10000102010000',
      title: { zh: '医疗服务项目限支付疗程', en: 'Service paid beyond its course' },
      category: '政策类/医疗服务项目政策限定类',
      explain: {
        zh: '「{subject}」{window}自 {from} 起累计收费 {used} 天，超过限定 {max} 天。',
        en: '"{subject}" was billed on {used} days in {window} from {from}, above the limit of {max} days.',
      },
    },
    oneDay,
    oneDay,
  ),
);
