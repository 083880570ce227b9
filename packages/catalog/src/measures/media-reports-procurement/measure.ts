import { and, eq, field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'media-reports-procurement',
  title: { zh: '集采媒体报道次数', en: 'Media reports on procurement' },
  about: '本年新闻媒体对集中带量采购的报道次数，按宣传台账计',
  unit: '次',
  shape: amount(
    entries('publicity', '报道次数', '次', count, {
      where: and(eq(field('topic'), 'procurement'), inList(field('channel'), 'media', 'online')),
    }),
  ),
  answers: { names: ['*集中*采购*报道次数', '*集采*报道次数'], wordings: ['*集中带量采购*；*媒体报*'], unitRequired: true },
});
