import { and, deepFreeze, eq, field, fold, ge, le, literal, not, param, prefix } from '@hengjian/language';
import { nationalBasis, plannedStays, regulation, rule } from '../../fragments.ts';
import { daysSinceDischarge, plannedCycle, readmittedWithin, sentOnOrDied, stayDay, staysInOrder } from '../../stays.ts';

const gap = daysSinceDischarge;

export default deepFreeze(
  rule({
    id: 'split-stay',
    code: 'GZ10000204001000',
    title: { zh: '分解住院', en: 'Stay split in two' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [nationalBasis('分解住院'), regulation('第三十八条第（一）项')],
    reads: 'encounter',
    on: stayDay,
    parameters: {
      maxGapDays: readmittedWithin(15),
      plannedDiagnoses: plannedStays,
    },
    where: eq(field('setting'), 'inpatient'),
    exemptions: [plannedCycle()],
    key: [field('encounter')],
    shape: {
      kind: 'sequence',
      stream: staysInOrder({
        diagnosis: { fold: 'previous', args: [prefix(field('mainDiagnosis'), 3), literal('')] },
        // an unknown way of discharge decides nothing
        way: { fold: 'previous', args: [field('dischargeWay'), literal('')] },
      }),
      when: and(
        ge(gap, 0),
        le(gap, param('maxGapDays')),
        eq(prefix(field('mainDiagnosis'), 3), fold('diagnosis')),
        not(sentOnOrDied(fold('way'))),
      ),
    },
    facts: {
      ended: { value: fold('ended'), form: 'day' },
      begun: { value: field('begunDay'), form: 'day' },
      gap: { value: gap, form: 'int' },
      maxGapDays: { value: param('maxGapDays'), form: 'int' },
      diagnosis: { value: field('mainDiagnosis'), form: 'text' },
    },
    explain: {
      zh: '上次住院 {ended} 出院，{gap} 天后（{begun}）因同类主要诊断（{diagnosis}）再次入住同一机构，间隔未超过 {maxGapDays} 天。',
      en: 'Discharged on {ended}, readmitted {gap} days later ({begun}) to the same institution for the same kind of diagnosis ({diagnosis}); the interval is within {maxGapDays} days.',
    },
  }),
);
