/**
 * The netting law told a second time, one step after the other, for tests only: it shares nothing with the SQL that runs at import.
 */
import { largestRemainder, proportion } from '@hengjian/domain';

export interface ModelSettlement {
  no: string;
  totalFen: number;
  fundFen: number | null;
  clearingWay?: string | null;
  reversed?: boolean | null;
  reversalOf?: string | null;
}
export interface ModelLine {
  no: string;
  encounter: string;
  settlement: string | null;
  item: string;
  price: number;
  at: number;
  quantity: number;
  amountFen: number;
  inScopeFen: number | null;
  refundOf?: string | null;
}
export interface NetLine {
  quantity: number;
  amountFen: number;
  inScopeFen: number | null;
  fundFen: number | null;
  setAside: string | null;
}
export interface ModelResult {
  settlements: Map<string, string | null>;
  /** By keyOf(line). */
  lines: Map<string, NetLine>;
  /** Quantity of a refund that nothing stood against. */
  leftover: Map<string, number>;
}

export const keyOf = (line: Pick<ModelLine, 'no' | 'encounter' | 'settlement'>): string =>
  `${line.encounter}:${line.no}:${line.settlement ?? ''}`;

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

export function netModel(settlements: readonly ModelSettlement[], lines: readonly ModelLine[], casePaid: readonly string[]): ModelResult {
  const fate = settleFate(settlements);
  const alive = lines.filter((line) => line.settlement === null || fate.get(line.settlement) === null);
  const left = new Map(alive.filter((line) => line.quantity > 0).map((line) => [line, line.quantity]));
  const leftover = new Map<string, number>();

  // In order of time; at the same moment charges first, then by line and settlement number as bytes.
  const inTime = [...alive].sort(
    (a, b) =>
      a.at - b.at || Number(a.quantity < 0) - Number(b.quantity < 0) || bytes(a.no, b.no) || bytes(a.settlement ?? '', b.settlement ?? ''),
  );
  const refunds = inTime.filter((line) => line.quantity < 0);
  const targetOf = (refund: ModelLine) =>
    [...left.keys()]
      .filter((line) => line.encounter === refund.encounter && line.no === refund.refundOf)
      .sort(
        (a, b) =>
          Number(b.settlement === refund.settlement) - Number(a.settlement === refund.settlement) ||
          b.at - a.at ||
          bytes(b.settlement ?? '', a.settlement ?? ''),
      )[0];
  const take = (charge: ModelLine, wanted: number) => {
    const taken = Math.min(wanted, left.get(charge) ?? 0);
    left.set(charge, (left.get(charge) ?? 0) - taken);
    return wanted - taken;
  };
  const note = (refund: ModelLine, rest: number) => rest > 0 && leftover.set(keyOf(refund), rest);

  const unnamed: ModelLine[] = [];
  for (const refund of refunds) {
    const target = targetOf(refund);
    if (target) note(refund, take(target, -refund.quantity));
    else unnamed.push(refund);
  }
  for (const refund of unnamed) {
    let rest = -refund.quantity;
    const before = inTime.slice(0, inTime.indexOf(refund)).reverse();
    for (const charge of before)
      if (charge.quantity > 0 && charge.encounter === refund.encounter && charge.item === refund.item && charge.price === refund.price)
        rest = take(charge, rest);
    note(refund, rest);
  }

  const result = new Map<string, NetLine>();
  for (const line of lines) {
    const dead = line.settlement !== null && fate.get(line.settlement) !== null;
    const quantity = left.get(line);
    const net = dead || quantity === undefined ? line.quantity : quantity;
    const part = (amount: number | null) =>
      amount === null ? null : net === line.quantity ? amount : proportion(amount, net, line.quantity);
    result.set(keyOf(line), {
      quantity: net,
      amountFen: part(line.amountFen) as number,
      inScopeFen: part(line.inScopeFen),
      fundFen: null,
      setAside: dead ? 'reversed' : line.quantity < 0 ? 'refund' : line.quantity === 0 ? 'empty' : net === 0 ? 'refunded' : null,
    });
  }
  for (const settlement of settlements) shareOut(settlement, fate, lines, result, casePaid);
  return { settlements: fate, lines: result, leftover };
}

/** null: takes part. */
function settleFate(settlements: readonly ModelSettlement[]): Map<string, string | null> {
  const fate = new Map<string, string | null>(settlements.map((s) => [s.no, null]));
  const isReversal = (s: ModelSettlement) =>
    s.reversalOf !== undefined && s.reversalOf !== null && s.reversalOf !== s.no && (s.reversed === true || s.totalFen <= 0);
  for (const s of settlements) if (s.reversed === true) fate.set(s.no, s.totalFen < 0 ? 'reversal-unmatched' : 'reversed');
  for (const s of settlements) if (isReversal(s) && fate.has(s.reversalOf as string)) fate.set(s.reversalOf as string, 'reversed');
  for (const s of settlements) if (isReversal(s)) fate.set(s.no, fate.has(s.reversalOf as string) ? 'reversal' : 'reversal-unmatched');
  return fate;
}

function shareOut(
  settlement: ModelSettlement,
  fate: Map<string, string | null>,
  lines: readonly ModelLine[],
  result: Map<string, NetLine>,
  casePaid: readonly string[],
): void {
  if (fate.get(settlement.no) !== null || settlement.fundFen === null) return;
  if (casePaid.includes((settlement.clearingWay ?? '').replace(/^0+/, ''))) return;
  const net = lines
    .filter((line) => line.settlement === settlement.no)
    .sort((a, b) => bytes(a.no, b.no))
    .map((line) => result.get(keyOf(line)) as NetLine)
    .filter((line) => line.setAside === null);
  const weights = net.map((line) => line.inScopeFen);
  if (weights.some((w) => w === null)) return;
  if (weights.every((w) => w === 0) && settlement.fundFen !== 0) return;
  for (const [at, part] of largestRemainder(settlement.fundFen, weights as number[]).entries()) (net[at] as NetLine).fundFen = part;
}
