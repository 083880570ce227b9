import { field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'policy-documents-benefit',
  title: { zh: '待遇与长护文件份数', en: 'Benefit and care policies issued' },
  about: '本年出台的待遇、救助和长期护理制度文件份数，按制度文件台账计',
  unit: '份',

  shape: amount(entries('policy-documents', '出台文件', '份', count, { where: inList(field('kind'), 'benefit', 'care') })),
  answers: { names: ['出台*长护*文件', '出台*救助*文件', '出台*待遇*文件'] },
});
