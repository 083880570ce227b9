import { deepFreeze } from '@hengjian/language';
import { sexRule } from '../../families.ts';

export default deepFreeze(
  sexRule({
    id: 'consumable-sex',
    code: 'NC-医用耗材与性别不符',
    title: { zh: '医用耗材与性别不符', en: 'Consumable at odds with sex' },
    category: '医疗类/医用耗材合理使用类',
    explain: {
      zh: '「{subject}」限{required}性使用，参保人性别为{sex}。',
      en: '"{subject}" is for {required} patients only; the insured person is {sex}.',
    },
  }),
);
