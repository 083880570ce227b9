import { deepFreeze } from '@hengjian/language';
import { settingRule } from '../../families.ts';

export default deepFreeze(
  settingRule({
    id: 'drug-setting',
    code: 'NC-药品限就医方式',
    title: { zh: '药品限就医方式', en: 'Drug restricted to a setting of care' },
    category: '政策类/药品政策限定类',
  }),
);
