/** Knowledge rows and the edition's dated parameters, merged so that each row carries the parameters of its days. */
import { orderPoints, type Point } from '@hengjian/language';
import type { LiveRule } from './ports.ts';

/** Bounds for rows that are open; inside the range of a 32-bit integer. */
const EVER = 2_000_000;

type Raw = Omit<Point, 'index'>;

/** Cuts time where a parameter changes; between two cuts every parameter has one value. */
function parameterPeriods({ rule, parameters, inForce }: LiveRule): { from: number; to: number; params: Point['params'] }[] {
  const cuts = new Set([-EVER]);
  for (const p of parameters) {
    if (p.from !== null) cuts.add(p.from);
    if (p.to !== null) cuts.add(p.to + 1);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const periods = starts.map((from, i) => {
    const to = (starts[i + 1] ?? EVER + 1) - 1;
    const params = Object.fromEntries(
      Object.entries(rule.parameters).map(([name, declared]) => {
        const row = parameters.find((p) => p.name === name && (p.from ?? -EVER) <= from && from <= (p.to ?? EVER));
        return [name, (row ? row.value : declared.standard) as Point['params'][string]];
      }),
    );
    return { from, to, params };
  });
  // only days that the edition judges
  const spans = (inForce ?? [{ from: null, to: null }]).map((span) => ({ from: span.from ?? -EVER, to: span.to ?? EVER }));
  return periods.flatMap((period) =>
    spans
      .map((span) => ({ ...period, from: Math.max(period.from, span.from), to: Math.min(period.to, span.to) }))
      .filter(({ from, to }) => from <= to),
  );
}

/** Points of one rule, numbered from `first`: the parameters alone (without codes), and each knowledge row with them. */
export function pointsOfRule(live: LiveRule, knowledge: readonly Raw[], first: number): Point[] {
  const periods = parameterPeriods(live);
  const alone: Raw[] = periods.map(({ from, to, params }) => ({
    pointId: '',
    lineage: '',
    subject: '',
    constraint: '',
    basis: '',
    from,
    to,
    codes: {},
    params,
  }));
  // A pair whose other side is named by code asks nothing of a row that names none (a second-line drug whose text tells the disease).
  const role = live.rule.shape.kind === 'pair' ? live.rule.shape.right.role : undefined;
  const rows = knowledge
    .filter(({ codes }) => !role || (codes[role]?.length ?? 0) > 0)
    .flatMap((row) =>
      periods
        .filter((period) => period.from <= row.to && row.from <= period.to)
        .map(
          (period): Raw => ({
            ...row,
            from: Math.max(row.from, period.from),
            to: Math.min(row.to, period.to),
            params: { ...period.params, ...row.params },
          }),
        ),
    );
  return orderPoints(
    [...alone, ...rows].map((row) => ({ ...row, index: 0 })),
    first,
  );
}
