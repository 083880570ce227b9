import { deepFreeze } from '@hengjian/language';
import { departmentRule } from '../../families.ts';

export default deepFreeze(
  departmentRule({
    id: 'consumable-department',
    code: 'GZ10000303002000',
    title: { zh: '医用耗材与科室不符', en: 'Consumable at odds with the department' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'suspect',
    explain: {
      zh: '「{subject}」用于{departments}，{day} 由{department}收费。',
      en: '"{subject}" belongs to departments {departments}; department {department} charged it on {day}.',
    },
  }),
);
