import type { DocumentView, ProjectView, Row } from './view.ts';

/** Names that every form may have with a value of its own. */
const GENERIC =
  /满意|^覆盖(范围|面|率)$|资金到位|到位率$|预算(执行|指标|完成)|执行率$|^资金|成本|支出进度|^参保率$|^完成率$|^及时率$|^合格率$|^培训人次$|^(办结|完成|验收|发放|拨付).{0,2}率$|^支付人次$|^享受人数$/;

/** A name that means the same wherever it stands. */
export const isSpecific = (row: Row): boolean => row.name.length >= 6 && !GENERIC.test(row.name);

const orgKey = (org: string | null): string | null => org?.replace(/\s+/g, '') ?? null;

/** Two forms of one body; a form that names no body belongs to the document's. */
export const sameBody = (a: ProjectView, b: ProjectView, view: DocumentView): boolean => {
  const of = (form: ProjectView) => orgKey(form.org) ?? orgKey(view.document.org);
  const [x, y] = [of(a), of(b)];
  return x === null || y === null || x === y || x.includes(y) || y.includes(x);
};

/** The value as printed, for a sentence. */
export const printed = (row: Row): string => {
  const { operator, value, unit } = row.indicator;
  return `${operator === 'qualitative' || typeof value !== 'number' ? '' : operator}${value ?? '空'}${typeof value === 'number' ? (unit ?? '') : ''}`;
};

const UNITS: Record<string, number> = {
  万元: 10_000,
  元: 1,
  亿元: 100_000_000,
  万人: 10_000,
  人: 1,
  万条: 10_000,
  条: 1,
  万份: 10_000,
  份: 1,
  人次: 1,
  万人次: 10_000,
};

/** Do two targets agree? Units are brought together first; what cannot be compared agrees. */
export function agrees(a: Row, b: Row): boolean {
  const [x, y] = [a.indicator, b.indicator];
  if (typeof x.value !== 'number' || typeof y.value !== 'number') return true;
  const [u, v] = [x.unit?.replace('％', '%') ?? null, y.unit?.replace('％', '%') ?? null];
  if (u === v || u === null || v === null) return x.value === y.value;
  const [m, n] = [UNITS[u], UNITS[v]];
  if (m === undefined || n === undefined || u.replace('万', '') !== v.replace('万', '')) return true;
  return Math.abs(x.value * m - y.value * n) < 1e-6;
}

/** Rows of one body with the same specific name; per goal where the form is listed by goals. */
export function sameNames(view: DocumentView): Row[][] {
  const families: Row[][] = [];
  for (const row of view.rows) {
    const family = families.find(([first]) => first && first.name === row.name && sameBody(first.project, row.project, view));
    if (family) family.push(row);
    else families.push([row]);
  }
  return families.filter((family) => family.length > 1);
}
