import type { ActivePoint } from './ports.ts';

/**
 * Starter knowledge is a stand-in: where a bureau's own rows of the same rule speak of a code (of a pair of codes), the shipped
 * row does not, so that one violation is not found twice. Other codes of the shipped row stay.
 */
export function withoutCoveredStarters(points: readonly (ActivePoint & { shipped: boolean })[]): ActivePoint[] {
  const own = new Set(points.filter(({ shipped }) => !shipped).flatMap((point) => judged(point).map(({ key }) => key)));
  return points.flatMap(({ shipped, ...point }): ActivePoint[] => {
    if (!shipped) return [point];
    const all = judged(point);
    const left = all.filter(({ key }) => !own.has(key));
    if (left.length === all.length) return [point];
    if (left.length === 0) return [];
    const role = point.codes.included ? 'included' : 'code';
    const kept = new Set(left.map(({ code }) => code));
    return [{ ...point, codes: { ...point.codes, [role]: (point.codes[role] ?? []).filter((code) => kept.has(code)) } }];
  });
}

/** What the rule judges by this row: each code, or each pair with the included code. */
function judged({ ruleKey, codes }: ActivePoint): { key: string; code: string }[] {
  const { included, including } = codes;
  if (included) return included.flatMap((code) => (including ?? []).map((by) => ({ key: `${ruleKey}|${by}|${code}`, code })));
  return (codes.code ?? []).map((code) => ({ key: `${ruleKey}|${code}`, code }));
}
