import { field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'publicity-information',
  title: { zh: '信息化宣传次数', en: 'Publicity on information systems' },
  about: '本年信息化宣传次数，按宣传台账一次一条计',
  unit: '次',

  shape: amount(entries('publicity', '信息化宣传次数', '次', count, { where: inList(field('topic'), 'information') })),
  answers: { names: ['*信息化*宣传*', '*电子凭证*宣传*'], not: ['短信'], unitRequired: true },
});
