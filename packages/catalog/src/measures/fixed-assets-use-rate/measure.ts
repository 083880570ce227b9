import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'fixed-assets-use-rate',
  title: { zh: '固定资产利用率', en: 'Fixed assets in use' },
  about: '最近一个统计日的在用固定资产 ÷ 固定资产总额，按固定资产台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('fixed-assets', '在用固定资产', '万元', sumOf('inUseFen'), { divide: WAN, latest: true }),
    entries('fixed-assets', '固定资产总额', '万元', sumOf('totalFen'), { divide: WAN, latest: true }),
  ),
  answers: { names: ['固定资产利用率'] },
});
