import { distinct, entries, measure, percent, providersUnderAgreement } from '../fragments.ts';

export default measure({
  id: 'inspection-coverage',
  title: { zh: '检查覆盖率', en: 'Inspection coverage' },
  about: '本年检查过的定点医药机构家数（同一家只计一次）÷ 本年内在协议期的定点医药机构家数',
  unit: '%',

  shape: percent(entries('provider-inspections', '检查机构数', '家', distinct('providerNo')), providersUnderAgreement),
  answers: { names: ['*检查覆盖', '*检查覆盖率', '*机构检查率', '*检查率'], wordings: ['*；*监督检查覆盖率*'] },
});
