import { deepFreeze, field, inList } from '@hengjian/language';
import { sexRule } from '../../families.ts';

export default deepFreeze(
  sexRule({
    id: 'drug-sex',
    code: 'GZ10000301004000',
    title: { zh: '药品区分性别使用', en: 'Drug restricted to one sex' },
    category: '医疗类/药品合理使用类',
    where: inList(field('kind'), 'drug', 'herb'),
    explain: {
      zh: '「{subject}」限{required}性使用，参保人性别为{sex}。',
      en: '"{subject}" is for {required} only; the insured person is {sex}.',
    },
  }),
);
