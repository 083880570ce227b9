import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'agency-compliance-rate',
  title: { zh: '经办事项规范率', en: 'Agency compliance' },
  about: '本年经办内控检查中的规范事项 ÷ 检查事项，按经办内控检查台账计',
  unit: '%',

  shape: percent(
    entries('agency-audits', '规范事项', '件', sumOf('compliantCount')),
    entries('agency-audits', '检查事项', '件', sumOf('checkedCount')),
  ),
  answers: { names: ['规范经办机构*行为', '*经办*规范率', '规范经办机构*'], not: ['满意'], unitRequired: true },
});
