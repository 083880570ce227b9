import { deepFreeze } from '@hengjian/language';
import { contraindicationRule } from '../../families.ts';

export default deepFreeze(
  contraindicationRule({
    id: 'service-contraindication',
    code: 'GZ10000302005000',
    title: { zh: '医疗服务项目禁忌症', en: 'Service contraindicated by a diagnosis' },
    category: '医疗类/医疗服务项目合理使用类',
  }),
);
