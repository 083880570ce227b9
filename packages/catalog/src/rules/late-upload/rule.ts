import { choose, deepFreeze, eq, field, gt, isNull, multiply, not, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const inpatient = eq(field('setting'), 'inpatient');

export default deepFreeze(
  rule({
    id: 'late-upload',
    code: 'GZ10000201007000',
    title: { zh: '就诊数据非实时上传', en: 'Charge uploaded late' },
    category: '管理类/信息数据监管类',
    certainty: 'quality',
    basis: [nationalBasis('就诊数据非实时上传监管')],
    parameters: {
      inpatientHours: {
        type: 'int',
        title: { zh: '住院明细最迟上传', en: 'Latest upload of a charge of a stay' },
        unit: '小时',
        standard: 24,
      },
      otherMinutes: { type: 'int', title: { zh: '门诊、购药明细最迟上传', en: 'Latest upload elsewhere' }, unit: '分钟', standard: 60 },
    },
    where: not(isNull(field('uploadDelaySeconds'))),
    shape: {
      kind: 'row',
      when: choose(
        inpatient,
        gt(field('uploadDelaySeconds'), multiply(param('inpatientHours'), 3600)),
        gt(field('uploadDelaySeconds'), multiply(param('otherMinutes'), 60)),
      ),
    },
    money: { kind: 'none' },
    facts: {
      at: { value: field('occurredAt'), form: 'instant' },
      delaySeconds: { value: field('uploadDelaySeconds'), form: 'seconds' },
      limitSeconds: {
        value: choose(inpatient, multiply(param('inpatientHours'), 3600), multiply(param('otherMinutes'), 60)),
        form: 'seconds',
      },
    },
    explain: {
      zh: '「{subject}」{at} 发生，{delaySeconds}后才上传，超过 {limitSeconds}。',
      en: '"{subject}" of {at} was uploaded {delaySeconds} later, beyond {limitSeconds}.',
    },
  }),
);
