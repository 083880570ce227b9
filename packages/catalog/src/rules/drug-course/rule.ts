import {
  add,
  choose,
  coalesce,
  coveredDays,
  deepFreeze,
  type Expression,
  eq,
  field,
  fold,
  gt,
  literal,
  lt,
  maximum,
  minimum,
  or,
  param,
  subtract,
} from '@hengjian/language';
import { rule, windowKey } from '../../fragments.ts';

/** A line covers its days of supply from the fee day on, one day at least. */
const known = coalesce(choose(lt(field('supplyDays'), 1), 1, field('supplyDays')), 1);
/** Outside a stay an unknown supply is unknown; on the ward every day of use is a fee day. */
const supplied = choose(eq(field('setting'), 'inpatient'), known, choose(lt(field('supplyDays'), 1), 1, field('supplyDays')));
const bySpan = coalesce(param('span'), literal(false));
const used = (days: Expression): Expression =>
  choose(bySpan, add(subtract(maximum(add(field('day'), subtract(days, 1))), minimum(field('day'))), 1), coveredDays(field('day'), days));

export default deepFreeze(
  rule({
    id: 'drug-course',
    code: 'GZ10000101010000',
    title: { zh: '药品限支付疗程', en: 'Drug paid beyond its course' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    grain: 'person',
    basis: [{ document: '医疗保障基金智能监管规则库(2025年版)', article: '药品限支付疗程' }],
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
      when: or(gt(used(known), param('maxDays')), gt(used(supplied), param('maxDays'))),
    },
    money: { kind: 'daysBeyond', day: field('day'), days: known, limit: param('maxDays'), span: bySpan },
    facts: {
      used: { value: used(known), form: 'int' },
      max: { value: param('maxDays'), form: 'int' },
      window: { value: param('window'), form: 'window' },
      from: { value: minimum(field('day')), form: 'day' },
    },
    explain: {
      zh: '「{subject}」{window}自 {from} 起累计用药 {used} 天,超过限定 {max} 天。',
      en: '"{subject}" was used on {used} days {window} from {from}, above the limit of {max} days.',
    },
  }),
);
