import { deepFreeze } from '@hengjian/language';
import { withoutServiceRule } from '../../window-families.ts';

export default deepFreeze(
  withoutServiceRule({
    id: 'drug-without-service',
    code: 'GZ10000301001000',
    title: { zh: '药品与医疗服务项目不符', en: 'Drug without its service' },
    category: '医疗类/药品合理使用类',
  }),
);
