import type { Fold } from '../../fold.ts';
import { slidingSql, walkSliding } from '../slidingSum/fold.ts';

/** `slidingSumKnown(value, day, span)`: as slidingSum, unknown values counting nothing. */
export default {
  name: 'slidingSumKnown',
  title: { zh: '周期内已知累计', en: 'known sum within a sliding period' },
  takes: ['int', 'int', 'int'],
  gives: 'int',
  exact: false,
  walk: () => walkSliding(true),
  stages: slidingSql(true),
  sabotage: (_w, name, value) => [{ [name]: `coalesce(${value}, 0)` }],
} satisfies Fold;
