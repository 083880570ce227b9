import { and, field, isNull, le, not } from '@hengjian/language';
import { entries, measure, ofProject, percent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'funds-on-time-rate',
  title: { zh: '到位及时率', en: 'Funds on time' },
  about: '应到位日期前到位的资金 ÷ 应到位的资金，按资金到位计划台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('funding-schedule', '及时到位资金', '万元', sumOf('amountFen'), {
      divide: WAN,
      within: ofProject,
      where: and(not(isNull(field('receivedOn'))), le(field('receivedOn'), field('dueOn'))),
    }),
    entries('funding-schedule', '应到位资金', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
  ),
  answers: { names: ['到位及时率', '资金到位及时率', '*资金到位及时率'] },
});
