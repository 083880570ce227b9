/** How a case was settled, as the facts of one sentence (`payment.<method>.<treatment>`, `payment.cost.<why>`). */
import type { SettledFacts } from '../messages/payment.ts';
import { formatFixed, formatYuan, PRICE_SCALE } from '../money.ts';
import { ONE, type PaymentScheme, scaled } from './scheme.ts';
import type { PricedCase } from './settle.ts';

const decimal = (value: number | null) => (value === null ? '' : formatFixed(value, ONE));
const yuan = (fen: number | null) => (fen === null ? '' : formatYuan(fen));

export function explainPayment(scheme: PaymentScheme, priced: PricedCase): { code: string; facts: SettledFacts } {
  const { treatment, why, group, one, ratio } = priced;
  const { ungrouped, dayCase } = scheme.settings;
  const partOf = (): string => {
    if (treatment === 'cost') return why === 'ungrouped' && ungrouped !== ONE ? ` × ${decimal(ungrouped)} ` : '';
    if (treatment === 'low') return ` × ${decimal(ratio)}`;
    if (treatment === 'dayCase') return ` × ${decimal(dayCase)}`;
    if (treatment === 'high' && priced.standardFen !== null && priced.high !== null)
      return ` × ${decimal(scaled([one.costFen * ONE - (priced.high - ONE) * priced.standardFen], [priced.standardFen]))}`;
    return '';
  };
  return {
    code: treatment === 'cost' ? `payment.cost.${why}` : `payment.${scheme.method}.${treatment}`,
    facts: {
      group: group ? `${group.code} ${group.name}` : '',
      weight: decimal(group?.weight ?? null),
      coefficient: decimal(priced.coefficient),
      auxiliary: priced.auxiliary ? decimal(priced.auxiliary.coefficient) : '',
      points: decimal(priced.points),
      rate: formatFixed(priced.rate, PRICE_SCALE, 2),
      pay: yuan(priced.payFen),
      own: yuan(priced.ownFen),
      due: yuan(priced.dueFen),
      cost: yuan(one.costFen),
      standard: yuan(priced.standardFen),
      ratio: decimal(ratio),
      limit: decimal(treatment === 'low' || why === 'low' ? priced.low : priced.high),
      part: partOf(),
    },
  };
}
