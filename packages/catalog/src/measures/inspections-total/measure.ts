import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'inspections-total',
  title: { zh: '监督检查次数', en: 'Inspections' },
  about: '本年对定点医药机构的各类检查次数合计，按检查台账一家一次计',
  unit: '次',

  shape: amount(entries('provider-inspections', '检查次数', '次', count)),
  answers: { names: ['检查次数', '监督检查次数', '稽查次数', '日常稽核次数', '检查定点医药机构次数'], not: ['飞行', '慢病', '专项'] },
});
