import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'official-card-rate',
  title: { zh: '公务卡刷卡率', en: 'Official card use' },
  about: '本年公务卡支出 ÷ 应刷卡支出，按公务卡结算台账计',
  unit: '%',
  shape: percent(
    entries('official-cards', '公务卡支出', '万元', sumOf('cardFen'), { divide: WAN }),
    entries('official-cards', '应刷卡支出', '万元', sumOf('dueFen'), { divide: WAN }),
  ),
  answers: { names: ['公务卡刷卡率', '公务卡*率'] },
});
