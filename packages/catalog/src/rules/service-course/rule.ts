import {
  add,
  choose,
  coalesce,
  coveredDays,
  deepFreeze,
  field,
  fold,
  gt,
  literal,
  maximum,
  minimum,
  param,
  subtract,
} from '@hengjian/language';
import { rule, windowKey } from '../../fragments.ts';

const bySpan = coalesce(param('span'), literal(false));
const one = literal(1);
const days = choose(bySpan, add(subtract(maximum(field('day')), minimum(field('day'))), 1), coveredDays(field('day'), one));

export default deepFreeze(
  rule({
    id: 'service-course',
    code: 'GZ10000102010000',
    title: { zh: '医疗服务项目限支付疗程', en: 'Service paid beyond its course' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    grain: 'person',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '医疗服务项目限支付疗程' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxDays', 'window', 'courseGapDays', 'span'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'course' },
      usualCourseGapDays: {
        type: 'int',
        title: { zh: '停用多少天后为另一疗程', en: 'Days without use that end a course' },
        unit: '天',
        standard: 30,
      },
    },
    key: [field('person'), ...windowKey(field('day'), fold('course'))],
    shape: {
      kind: 'group',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: { course: { fold: 'runStart', args: [field('day'), coalesce(param('courseGapDays'), param('usualCourseGapDays'))] } },
      },
      when: gt(days, param('maxDays')),
    },
    money: { kind: 'daysBeyond', day: field('day'), days: one, limit: param('maxDays'), span: bySpan },
    facts: {
      used: { value: days, form: 'int' },
      max: { value: param('maxDays'), form: 'int' },
      window: { value: param('window'), form: 'window' },
      from: { value: minimum(field('day')), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{window}自 {from} 起累计收费 {used} 天,超过限定 {max} 天。',
      en: '"{subject}" was billed on {used} days {window} from {from}, above the limit of {max} days.',
    },
  }),
);
