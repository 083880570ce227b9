import { entries, measure, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'surplus-retained-rate',
  title: { zh: '集采结余留用资金拨付率', en: 'Surplus retained paid out' },
  about: '本年应拨付的集采结余留用资金中已拨付金额 ÷ 核定留用金额，按集采结余留用台账计',
  unit: '%',
  shape: percent(
    entries('surplus-retention', '已拨付金额', '万元', sumOf('paidFen'), { divide: WAN }),
    entries('surplus-retention', '核定留用金额', '万元', sumOf('dueFen'), { divide: WAN }),
  ),
  answers: { names: ['*结余留用*拨付率', '*结余留用*'], unitRequired: true },
});
