import { and, field, isNull, le, not } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'disclosure-on-time-rate',
  title: { zh: '预决算公开及时率', en: 'Disclosed on time' },
  about: '本年应公开的预决算和绩效信息中按时公开的项数 ÷ 应公开项数，按信息公开台账计',
  unit: '%',
  shape: percent(
    entries('disclosures', '按时公开项数', '项', count, {
      where: and(not(isNull(field('publishedOn'))), le(field('publishedOn'), field('dueOn'))),
    }),
    entries('disclosures', '应公开项数', '项', count),
  ),
  answers: { names: ['预决算公开及时性', '预决算公开及时率', '*信息公开及时率'] },
});
