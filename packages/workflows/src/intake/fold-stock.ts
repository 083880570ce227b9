/** What was said of one item in an institution's stock → its rows of the extract, a month each. */
import { calendarDate, dayOf, formatFixed, QUANTITY_SCALE } from '@hengjian/domain';
import type { FeedEvent, Part, StockEvent } from './feed.ts';

const monthOf = ({ at }: StockEvent): string => {
  const { year, month } = calendarDate(dayOf(at));
  return `${year}-${String(month).padStart(2, '0')}`;
};
const text = (quantity: number): string => formatFixed(quantity, QUANTITY_SCALE);

/** Stock is known from the first count on; before it a month has its movements only. */
export function foldStock(providerNo: string, itemCode: string, events: readonly FeedEvent[]): Part[] {
  let moves: StockEvent[] = [];
  for (const event of events) {
    if (event.kind === 'stock' && event.itemCode === itemCode && event.providerNo === providerNo) moves.push(event);
    if (event.kind === 'stockDeletion' && event.providerNo === providerNo)
      moves = moves.filter((move) => move.batchNo !== event.batchNo || !event.moves.includes(move.move));
  }
  // a count stands for the end of what happened before it
  moves.sort((a, b) => a.at - b.at);
  const stock = new Map<string, number>();
  let counted = false;
  const total = () => [...stock.values()].reduce((sum, quantity) => sum + quantity, 0);
  return [...Map.groupBy(moves, monthOf)].map(([period, own]) => {
    const begin = counted ? { begn_cnt: text(total()) } : {};
    const sums = { purchase: 0, sale: 0, loss: 0 };
    for (const { move, batchNo, quantity } of own) {
      const before = stock.get(batchNo) ?? 0;
      if (move === 'count') {
        counted = true;
        stock.set(batchNo, quantity);
      } else stock.set(batchNo, before + (move === 'sale' ? -quantity : quantity));
      if (move === 'purchase' || (move === 'change' && quantity > 0)) sums.purchase += quantity;
      if (move === 'sale') sums.sale += quantity;
      if (move === 'change' && quantity < 0) sums.loss -= quantity;
    }
    return {
      fixmedins_code: providerNo,
      med_list_codg: itemCode,
      period,
      ...begin,
      purc_cnt: text(sums.purchase),
      sel_cnt: text(sums.sale),
      loss_cnt: text(sums.loss),
      ...(counted && { end_cnt: text(total()) }),
    };
  });
}
