import { convert } from '@hengjian/domain';
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

/** Do two targets agree? Units are brought together first; what cannot be compared agrees. */
export function agrees(a: Row, b: Row): boolean {
  const [x, y] = [a.indicator, b.indicator];
  if (typeof x.value !== 'number' || typeof y.value !== 'number') return true;
  if (x.unit === null || y.unit === null) return x.value === y.value;
  const same = convert(y.value, y.unit, x.unit);
  return same === null || (same.assumed && x.unit !== y.unit) || Math.abs(x.value - same.value) < 1e-6 * Math.max(1, x.value);
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
