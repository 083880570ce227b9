import { deepFreeze } from '@hengjian/language';
import { settingRule } from '../../families.ts';

export default deepFreeze(
  settingRule({
    id: 'service-setting',
    code: 'GZ10000102009000',
    title: { zh: '医疗服务项目限就医方式', en: 'Service restricted to a setting of care' },
    category: '政策类/医疗服务项目政策限定类',
  }),
);
