import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'publicity-materials',
  title: { zh: '宣传资料份数', en: 'Printed materials' },
  about: '本年印发的宣传资料份数合计，按宣传台账计',
  unit: '份',

  shape: amount(entries('publicity', '宣传资料份数', '份', sumOf('materialCount'))),
  answers: { names: ['*宣传资料*', '印发*资料*', '发放*宣传*'], not: ['条例', '长护', '短信'], unitRequired: true },
});
