import { choose, coalesce, deepFreeze, eq, field, lt } from '@hengjian/language';
import { courseRule } from '../../window-families.ts';

/** A line covers its days of supply from the fee day on, one day at least. */
const known = coalesce(choose(lt(field('supplyDays'), 1), 1, field('supplyDays')), 1);
/** Outside a stay an unknown supply is unknown; on the ward every day of use is a fee day. */
const supplied = choose(eq(field('setting'), 'inpatient'), known, choose(lt(field('supplyDays'), 1), 1, field('supplyDays')));

export default deepFreeze(
  courseRule(
    {
      id: 'drug-course',
      code: 'GZ10000101010000',
      title: { zh: '药品限支付疗程', en: 'Drug paid beyond its course' },
      category: '政策类/药品政策限定类',
      explain: {
        zh: '「{subject}」{window}自 {from} 起累计用药 {used} 天，超过限定 {max} 天。',
        en: '"{subject}" was used on {used} days in {window} from {from}, above the limit of {max} days.',
      },
    },
    known,
    supplied,
  ),
);
