import { entries, measure, ofProject, restPercent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'cost-saving-rate',
  title: { zh: '成本节约率', en: 'Cost saved' },
  about: '（计划成本－实际成本）÷计划成本，按产出成本台账计；超出计划时为负（财预〔2013〕53号）',
  unit: '%',
  shape: restPercent(
    entries('output-costs', '实际成本', '万元', sumOf('actualFen'), { divide: WAN, within: ofProject }),
    entries('output-costs', '计划成本', '万元', sumOf('plannedFen'), { divide: WAN, within: ofProject }),
  ),
  answers: { names: ['成本节约率', '*成本节约率'] },
});
