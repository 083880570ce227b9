import { type Check, type Hit, hit, mend, textAt } from '../check-type.ts';
import { withoutTags } from '../lib/amounts.ts';
import { type DocumentView, isTarget, type ProjectView } from '../lib/view.ts';

/** First and last year of a form of several years (实施期限, 起始年度 … 到期年度). */
function periodOf(view: DocumentView, form: ProjectView, year: number): [number, number] {
  const text = form.headLines.map((line) => view.line(line)).join(' ');
  const span =
    /(20\d\d)\s*年?(?:\d+月)?\s*[-—~至到]+\s*(20\d\d)\s*年/.exec(text) ??
    /起始年度\s*[:：]?\s*(20\d\d)[\s\S]{0,20}?(?:到期|终止|截止)年度\s*[:：]?\s*(20\d\d)/.exec(text);
  return span ? [Math.min(year, Number(span[1])), Math.max(year, Number(span[2]))] : [year, year];
}

const kindIn = (text: string): string | null => /(自评|评价|监控|目标)/.exec(text)?.[1]?.replace('评价', '自评') ?? null;
const KINDS: Record<string, string> = { 'self-evaluation': '自评', monitoring: '监控' };

/** `2023年…绩效目标表`, `(2023年度)` over a form of another year. A plan of one year beside a self-evaluation of another is no conflict. */
function titles(view: DocumentView, year: number): Hit[] {
  const own = KINDS[view.document.kind] ?? '目标';
  return view.source.lines.flatMap((raw, index) => {
    const text = raw.replace(/\s+/g, '');
    const bareYear = /^[（(](20\d\d)年度[)）]$/.exec(text);
    const found =
      bareYear ??
      /^(20\d\d)年(?:度)?[^，。；]{0,30}(绩效目标(申报)?表|绩效自评表|绩效监控表)$/.exec(text) ??
      /^预算年度[:：](20\d\d)/.exec(text);
    const printed = found ? Number(found[1]) : year;
    if (printed === year) return [];
    const above = bareYear ? [1, 2].map((back) => view.line(index + 1 - back)).join('') : text;
    const kind = /^预算年度/.test(text) ? own : kindIn(above);
    if (kind !== own) return [];
    const mends = [mend('possible', textAt(index + 1), [printed, year], 'cell.perhaps', { what: '年度' })];
    return [{ ...hit('YEAR_CONFLICT.title', [index + 1], { expected: year, found: printed }, 'error'), mends }];
  });
}

// Years of papers cited, of history and of comparison say nothing about the year of the work.
const CITED = /〔20\d\d〕|\[20\d\d\]|（20\d\d）\d+号|《[^》]*》/g;
const PAST = /截至|截止|自20|以来|同比|上年|较|相比|起|完成采购|历年|基数|至今|未支付|结转|已/;

/** A short goal that says 完成2021年… in a form of 2022: the only year it speaks of is another one. */
function goals(view: DocumentView, form: ProjectView, year: number): Hit[] {
  const [first, last] = periodOf(view, form, year);
  return form.headLines.flatMap((line) => {
    const text = withoutTags(view.line(line)).replace(CITED, '');
    if (
      !form.project.goals.some(
        (goal) =>
          goal.trim() !== '' &&
          withoutTags(view.line(line)).replace(/\s+/g, '').includes(withoutTags(goal).replace(/\s+/g, '').slice(0, 12)),
      )
    )
      return [];
    return text.split(/[。；;]/).flatMap((sentence) => {
      const years = [...sentence.matchAll(/(20\d\d)年/g)].map((m) => Number(m[1]));
      const [found] = years;
      if (
        found === undefined ||
        // A year to come belongs to a plan of several years.
        found > last ||
        years.some((y) => y >= first && y <= last) ||
        PAST.test(sentence) ||
        !/完成|实现|达到|开展|支付|拨付|确保|预计|计划/.test(sentence)
      )
        return [];
      return [hit('YEAR_CONFLICT.goal', [line], { expected: year, found })];
    });
  });
}

/** A deadline outside the year of the form. */
function deadlines(view: DocumentView, form: ProjectView, year: number): Hit[] {
  const [first, last] = periodOf(view, form, year);
  return form.rows.flatMap((row) => {
    if (typeof row.indicator.value !== 'string' || PAST.test(row.indicator.value)) return [];
    const found = Number(/(20\d\d)\s*年/.exec(row.indicator.value)?.[1] ?? year);
    return found >= first && found <= last
      ? []
      : [hit('YEAR_CONFLICT.deadline', row.lines, { name: row.name, expected: year, found }, found > last ? 'info' : 'warning')];
  });
}

const check: Check = {
  code: 'YEAR_CONFLICT',
  severity: 'warning',
  title: { zh: '年度前后一致', en: 'One year throughout' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标按预算年度设定' },
  explainedBy: /跨年|延续|顺延|上年度?(项目|任务|工作)/,
  find: (view) => {
    const { year } = view.document;
    if (year === null) return [];
    return [
      ...titles(view, year),
      ...view.projects.filter(isTarget).flatMap((form) => [...goals(view, form, year), ...deadlines(view, form, year)]),
    ];
  },
};
export default check;
