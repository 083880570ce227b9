import { and, eq, field } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'system-acceptance-rate',
  title: { zh: '系统验收合格率', en: 'Systems accepted' },
  about: '本年信息系统验收合格次数 ÷ 验收次数，按项目验收台账计',
  unit: '%',
  shape: percent(
    entries('acceptances', '验收合格', '次', count, { where: and(eq(field('kind'), 'system'), field('passed')) }),
    entries('acceptances', '验收次数', '次', count, { where: eq(field('kind'), 'system') }),
  ),
  answers: { names: ['系统验收合格率', '信息系统验收合格率'], unitRequired: true },
});
