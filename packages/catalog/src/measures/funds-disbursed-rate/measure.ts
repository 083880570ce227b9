import { entries, measure, ofProject, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'funds-disbursed-rate',
  title: { zh: '资金发放率', en: 'Funds disbursed' },
  about: '本年本项目支付金额 ÷ 到位金额，按资金支出台账和资金到位台账计',
  unit: '%',
  shape: percent(
    entries('budget-payments', '支付金额', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
    entries('budget-receipts', '到位金额', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
  ),
  answers: { names: ['资金发放率', '资金拨付率', '资金使用率', '*补助资金发放率'] },
});
