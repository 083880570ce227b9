import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'remote-institutions-added',
  title: { zh: '新增跨省直接结算机构', en: 'Interprovincial settlement institutions added' },
  about: '最近一个统计日的跨省联网机构比上年同期增加的家数，按异地联网结算台账计',
  unit: '家',
  growth: 'difference',
  shape: amount(entries('remote-settlement', '跨省联网机构', '家', sumOf('interProvinceCount'), { latest: true })),
  answers: { names: ['*新增*跨省*结算机构*', '*跨省*直接结算机构*增加*'], wordings: ['*跨省*直接结算*；增加*'], unitRequired: true },
});
