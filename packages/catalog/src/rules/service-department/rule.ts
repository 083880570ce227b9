import { deepFreeze } from '@hengjian/language';
import { departmentRule } from '../../families.ts';

export default deepFreeze(
  departmentRule({
    id: 'service-department',
    code: 'GZ10000102008000',
    title: { zh: '医疗服务项目限科室使用', en: 'Service restricted to certain departments' },
    category: '政策类/医疗服务项目政策限定类',
    explain: {
      zh: '「{subject}」限{departments}使用，{day} 由{department}收费。',
      en: '"{subject}" is for departments {departments} only; department {department} charged it on {day}.',
    },
  }),
);
