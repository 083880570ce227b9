/**
 * What a finding is worth, record by record. This is the only implementation: SQL names partitions, it never prices them.
 * Amounts are fen; the fund's part is pro rata of the line's fund share fixed at import, unknown (null) where that is undetermined.
 */
import { amountOf, type Fen, proportion } from '@hengjian/domain';
import {
  type Compiled,
  type CompiledRule,
  type Context,
  compile,
  inOrder,
  type Member,
  type PartitionAnswer,
  type Row,
  type Value,
} from '@hengjian/language';

export interface PricedRecord {
  readonly record: Row;
  readonly amountFen: Fen;
  /** What of the amount is within the scope of payment (实施细则 art. 35); null: the claim does not say. */
  readonly inScopeFen: Fen | null;
  /** null: undetermined (paid by DRG or DIP, unsettled). */
  readonly fundFen: Fen | null;
}

/** The whole amount of a record: a line's net amount, else the total of its settlement or encounter. */
const wholeOf = (record: Row): Fen => Number(record.amountFen ?? record.totalFen ?? record.encounterTotalFen ?? 0);
// a settlement whose own amount is unknown is not worth its encounter's
const ownOr = (record: Row, own: 'inScopeFen' | 'fundFen', encounters: string): Fen | null => {
  const fen = own in record ? record[own] : record[encounters];
  return fen === null || fen === undefined ? null : Number(fen);
};

/** A part of a record's amount; what is in scope and the fund's part are pro rata of `whole`. */
const part = (record: Row, amountFen: Fen, whole: Fen = wholeOf(record)): PricedRecord => {
  const bounded = Math.min(Math.max(amountFen, 0), Math.max(whole, 0));
  const share = (fen: Fen | null) => (fen === null ? null : bounded === whole ? fen : proportion(fen, bounded, whole));
  const inScope = share(ownOr(record, 'inScopeFen', 'encounterInScopeFen'));
  return {
    record,
    amountFen: bounded,
    // where the limit is one of the fund's money, what is in question is less than what is in scope
    inScopeFen: inScope === null ? null : Math.min(inScope, bounded),
    fundFen: share(ownOr(record, 'fundFen', 'encounterFundFen')),
  };
};

/** Column that tells the records of a finding apart. */
export const unitOf = ({ rule, schema }: CompiledRule): string => schema.tables[rule.reads]?.unit ?? 'encounter';

/** Prices the records in question, each once: several knowledge rows or diagnoses of one record do not count it twice. */
export function price(compiled: CompiledRule, answer: PartitionAnswer): PricedRecord[] {
  const { rule } = compiled;
  const members = onceEach(compiled, inOrder(compiled, answer.inQuestion));
  const group: Context = { ...answer.lead.context, members: answer.members };
  const { money } = rule;
  const value = (e: Parameters<typeof compile>[0], m: Member): Value => compile(e)(m.context);
  if (money.kind === 'amount')
    return members.map((m) => part(m.context.record, money.amount ? Number(value(money.amount, m) ?? 0) : wholeOf(m.context.record)));
  if (money.kind === 'priceAbove')
    return members.map((m) => {
      const { quantity, unitPrice } = m.context.record;
      const above = Math.max(0, Number(unitPrice ?? 0) - Number(value(money.price, m) ?? 0));
      return part(m.context.record, amountOf(Number(quantity ?? 0), above));
    });
  if (money.kind === 'excess') return excess(members, compile(money.quantity), Number(compile(money.limit)(group) ?? 0));
  if (money.kind === 'daysBeyond')
    return daysBeyond(
      members,
      compile(money.day),
      compile(money.days),
      Number(compile(money.limit)(group) ?? 0),
      money.span !== undefined && compile(money.span)(group) === true,
    );
  if (money.kind === 'none') return members.map(({ context: { record } }) => ({ record, amountFen: 0, inScopeFen: 0, fundFen: 0 }));
  const own = money.amount ? compile(money.amount) : undefined;
  return sumLess(members, Number(compile(money.less)(group) ?? 0), own && ((m) => Number(own(m.context) ?? 0)));
}

function onceEach(compiled: CompiledRule, members: readonly Member[]): Member[] {
  const seen = new Set<Value | undefined>();
  const unit = unitOf(compiled);
  return members.filter(({ context: { record } }) => !seen.has(record[unit]) && seen.add(record[unit]));
}

/** The quantity above the limit, taken from the last records. */
function excess(members: readonly Member[], quantity: Compiled, limit: number): PricedRecord[] {
  let left = members.reduce((sum, m) => sum + Number(quantity(m.context) ?? 0), 0) - limit;
  const priced = [...members].reverse().map((m) => {
    const own = Number(quantity(m.context) ?? 0);
    const taken = Math.min(Math.max(left, 0), own);
    left -= taken;
    const { record } = m.context;
    // a line of unknown quantity is none of the excess that is known
    if (taken === 0) return part(record, 0);
    return part(record, taken === own ? wholeOf(record) : proportion(wholeOf(record), taken, own));
  });
  return priced.reverse();
}

/**
 * Days of use are counted in order (`span`: calendar days from the first); a line wholly or partly beyond the limit is in question
 * with that part of its days.
 */
function daysBeyond(members: readonly Member[], day: Compiled, days: Compiled, limit: number, span: boolean): PricedRecord[] {
  const position = new Map<number, number>();
  const first = members[0] ? Number(day(members[0].context) ?? 0) : 0;
  return members.map((m) => {
    const from = Number(day(m.context) ?? 0);
    const length = Math.max(1, Math.min(Number(days(m.context) ?? 1), 3660));
    let beyond = 0;
    for (let d = from; d < from + length; d++) {
      if (!position.has(d)) position.set(d, span ? d - first : position.size);
      if ((position.get(d) as number) >= limit) beyond += 1;
    }
    return part(m.context.record, proportion(wholeOf(m.context.record), beyond, length));
  });
}

/** The sum less what would have been right, spread by amount; the last record takes the rounding. */
function sumLess(members: readonly Member[], less: Fen, own = (m: Member): Fen => wholeOf(m.context.record)): PricedRecord[] {
  const total = members.reduce((sum, m) => sum + own(m), 0);
  let left = Math.max(0, total - less);
  let weight = total;
  return members.map((m) => {
    const whole = own(m);
    const share = proportion(left, whole, weight);
    left -= share;
    weight -= whole;
    return part(m.context.record, share, whole);
  });
}
