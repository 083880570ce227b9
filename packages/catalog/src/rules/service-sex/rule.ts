import { deepFreeze } from '@hengjian/language';
import { sexRule } from '../../families.ts';

export default deepFreeze(
  sexRule({
    id: 'service-sex',
    code: 'GZ10000302004000',
    title: { zh: '医疗服务项目区分性别使用', en: 'Service restricted to one sex' },
    category: '医疗类/医疗服务项目合理使用类',
    explain: {
      zh: '「{subject}」限{required}性使用，参保人性别为{sex}。',
      en: '"{subject}" is for {required} patients only; the insured person is {sex}.',
    },
  }),
);
