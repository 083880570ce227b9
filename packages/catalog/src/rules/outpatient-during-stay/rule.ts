import { and, coalesce, deepFreeze, eq, field, gt, inList, lt, param, right, startsWithAny } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'outpatient-during-stay',
    code: 'DF-02',
    title: { zh: '住院期间门诊/购药结算', en: 'Outpatient care or purchase during a stay' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [regulation('第三十八条、第四十一条')],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      exemptDiagnoses: {
        type: 'texts',
        title: { zh: '不查的主要诊断（门诊透析）', en: 'Main diagnoses left out (outpatient dialysis)' },
        standard: ['Z49'],
      },
    },
    where: inList(field('setting'), 'outpatient', 'chronic', 'emergency', 'pharmacy'),
    exemptions: [
      {
        id: 'outpatient-dialysis',
        title: { zh: '门诊透析', en: 'Outpatient dialysis' },
        acts: 'population',
        when: startsWithAny(coalesce(field('mainDiagnosis'), ''), param('exemptDiagnoses')),
      },
      {
        id: 'emergency-same-institution',
        title: { zh: '住院机构内的急诊', en: 'Emergency care at the institution of the stay' },
        acts: 'link',
        when: and(eq(field('setting'), 'emergency'), eq(field('provider'), right('provider'))),
      },
    ],
    key: [field('encounter')],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'encounter', where: eq(right('setting'), 'inpatient') },
      link: [[field('person'), field('person')]],
      on: and(gt(field('begunDay'), right('begunDay')), lt(field('begunDay'), right('endedDay'))),
    },
    facts: {
      setting: { value: field('setting'), form: 'setting' },
      begun: { value: field('begunAt'), form: 'instant' },
      other: { value: right('encounterNo'), form: 'text' },
      otherBegun: { value: right('begunDay'), form: 'day' },
      otherEnded: { value: right('endedAt'), form: 'ended' },
    },
    explain: {
      zh: '{begun} 的{setting}发生在住院期间（就诊号 {other}，{otherBegun} 入院，{otherEnded}）。',
      en: 'The encounter ({setting}) of {begun} falls within a stay (encounter {other}, {otherBegun} to {otherEnded}).',
    },
  }),
);
