import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'online-matters',
  title: { zh: '网上可办事项', en: 'Matters handled online' },
  about: '最近一个统计日的网上可办政务服务事项数，按可办事项台账计',
  unit: '项',
  shape: amount(entries('online-matters', '网上可办事项', '项', sumOf('onlineCount'), { latest: true })),
  answers: { names: ['网上可办*事项', '*网上可办事项*', '*网上办理事项*'], not: ['率'], unitRequired: true },
});
