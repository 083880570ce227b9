import { type Check, type Hit, hit } from '../check-type.ts';
import { amountsIn, sentenceBefore, withoutTags } from '../lib/amounts.ts';
import { addsUp, gapOf, moneyCell, numberCell, samePrinted } from '../lib/numbers.ts';
import { type DocumentView, lineOfAmount, type ProjectView } from '../lib/view.ts';
import { tableAmounts } from './tables.ts';

const same = (a: number, b: number) => addsUp(a, [b]) || samePrinted(a, b);
const squeeze = (text: string) => text.replace(/[\s“”"《》]/g, '');

/** A list of tasks that names the project with another amount than the project's own form. Paired by name, never by position. */
function tasks(view: DocumentView, form: ProjectView): Hit[] {
  const { name, budgetWan } = form.project;
  if (budgetWan === null || form.project.kind === 'overall' || squeeze(name).length < 4) return [];
  const hits: Hit[] = [];
  const inForms = (line: number) => view.projects.some((p) => p.project.kind !== 'overall' && line >= p.from && line <= p.to);
  const overall = view.projects.find((p) => p.project.kind === 'overall');
  if (!overall || overall.project.unit === '元') return [];
  for (const { line, cells } of view.printedRows(1, view.source.lines.length)) {
    if (inForms(line) || overall.rows.some((row) => row.indicator.line === line)) continue;
    if (!cells.some((cell) => squeeze(cell) === squeeze(name))) continue;
    const amounts = cells.map(numberCell).filter((value) => value !== null && value >= 1);
    const [amount] = amounts;
    if (amounts.length !== 1 || amount === undefined || amount === null || same(amount, budgetWan)) continue;
    hits.push(
      hit('AMOUNT_TWO_VALUES.task', [line, lineOfAmount(view, budgetWan, form.from, form.to)], {
        name,
        expected: amount,
        found: budgetWan,
        gap: gapOf(amount, budgetWan),
      }),
    );
  }
  return hits;
}

// What the text itself calls the money of this form and this year. Contracts, other years and effects are other amounts.
const OWN =
  /(?:(\d{4})年(?:度)?)?(?:本项目|项目)?(?:年度)?(?:预算(?:支出)?(?:金额|资金|总额|安排)?|(?:年度|项目|申请|安排)(?:预算)?(?:资金|经费)(?:总额|总计|合计)?|预计(?:支付|支出)[^，,。；;\d]{0,12}|拟(?:支付|投入)[^，,。；;\d]{0,12})[为是共计]*$/;

const STRICT = /预算(?:支出)?(?:金额|总额)|年度预算|项目(?:总)?预算/;

/** Every amount that the form's own head prints, in 万元. */
const headAmounts = (form: ProjectView): number[] =>
  form.head.flatMap((cell) => {
    const value = moneyCell(cell.value);
    return value === null ? [] : [form.project.unit === '元' ? value / 10_000 : value];
  });

/** What a goal or description calls the form's own money of this year: amounts with the words before them. */
function ownAmounts(view: DocumentView, form: ProjectView): { wan: number; line: number; words: string }[] {
  const headed = new Set(form.head.map((cell) => cell.line));
  return form.headLines.flatMap((line) => {
    const sentence = withoutTags(view.line(line));
    if (headed.has(line) && sentence.length < 60) return [];
    // 221.5(80+75.5+66)万元: the sum in between is no part of the amount.
    const plain = sentence.replace(/(\d)\s*[（(][\d.+＋\s万元]{3,200}[)）]\s*(?=万?元)/g, (whole, digit: string) =>
      digit.padEnd(whole.length, ' '),
    );
    return amountsIn(plain).flatMap((amount) => {
      const clause = sentenceBefore(sentence, amount.start);
      const words =
        sentence
          .slice(Math.max(0, amount.start - 40), amount.start)
          .split(/[，,。；;：:、\t]/)
          .at(-1) ?? '';
      const own = OWN.exec(words.trim());
      if (!own || amount.about || /合同|上年|历年|去年|累计|每|人均/.test(words) || /其中/.test(clause)) return [];
      // Without a year of its own, a clause of another year speaks of that year.
      const year = own[1] ? Number(own[1]) : Number([...clause.matchAll(/(20\d\d)年/g)].at(-1)?.[1] ?? view.document.year);
      return year === view.document.year || view.document.year === null ? [{ wan: amount.wan, line, words }] : [];
    });
  });
}

/** The goal or description of a form gives its money another value than the form's head. */
function text(view: DocumentView, form: ProjectView): Hit[] {
  const { name, budgetWan, kind } = form.project;
  if (budgetWan === null || kind === 'overall') return [];
  const amounts = ownAmounts(view, form);
  const parts = amounts.map(({ wan }) => wan);
  const known = [budgetWan, ...headAmounts(form)];
  if (addsUp(budgetWan, parts)) return [];
  // Several amounts are parts or phases, unless one is called the budget outright.
  const single = new Set(parts).size === 1;
  return amounts
    .filter(({ wan, words }) => (single || STRICT.test(words)) && !known.some((value) => same(wan, value)))
    .map(({ wan, line }) =>
      hit('AMOUNT_TWO_VALUES.text', [line, lineOfAmount(view, budgetWan, form.from, form.to)], {
        name,
        expected: wan,
        found: budgetWan,
        gap: gapOf(wan, budgetWan),
      }),
    );
}

/** A cost indicator that says what the project costs, against its budget. A limit above the budget contradicts it, one below is a saving. */
function costs(view: DocumentView, form: ProjectView): Hit[] {
  const { budgetWan, kind } = form.project;
  if (budgetWan === null || kind === 'overall') return [];
  return form.rows.flatMap((row) => {
    const { value, unit, operator } = row.indicator;
    const money = unit === '万元' || /[（(]万元[)）]$/.test(row.indicator.name.trim());
    if (
      row.tier !== '成本' ||
      !money ||
      typeof value !== 'number' ||
      !/(项目|投入|总|预算).*(成本|投入|金额|经费|资金|控制数)|^项目成本$|^总成本$/.test(row.name)
    )
      return [];
    if (same(value, budgetWan) || ((operator === '≤' || operator === '<') && value < budgetWan) || /单位|人均|次均|单个/.test(row.name))
      return [];
    return [
      hit('AMOUNT_TWO_VALUES.cost', [row.valueLine, lineOfAmount(view, budgetWan, form.from, form.to)], {
        name: row.name,
        expected: value,
        found: budgetWan,
        gap: gapOf(value, budgetWan),
      }),
    ];
  });
}

/** How many characters two names share from the left. */
const sharedStart = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};

/** A cost indicator of the overall form that names a project, against that project's own form. */
function overallCosts(view: DocumentView): Hit[] {
  const overall = view.projects.filter((form) => form.project.kind === 'overall');
  const projects = view.projects.filter((form) => form.project.kind !== 'overall' && form.project.budgetWan !== null);
  return overall.flatMap((form) =>
    form.rows.flatMap((row) => {
      const { value, unit, operator } = row.indicator;
      const money = unit === '万元' || /[（(]万元[)）]$/.test(row.indicator.name.trim());
      if (row.tier !== '成本' || !money || typeof value !== 'number' || operator === '≥' || operator === '>') return [];
      const named = projects.filter((other) => {
        const name = squeeze(other.project.name);
        const start = sharedStart(squeeze(row.name), name);
        return start >= 8 && start >= name.length * 0.75;
      });
      const [other] = named;
      const found = other?.project.budgetWan;
      if (
        !other ||
        named.length !== 1 ||
        found === null ||
        found === undefined ||
        same(value, found) ||
        (operator !== '=' && value < found)
      )
        return [];
      return [
        hit('AMOUNT_TWO_VALUES.overall', [row.valueLine, lineOfAmount(view, found, other.from, other.to)], {
          name: row.name,
          project: other.project.name,
          expected: value,
          found,
          gap: gapOf(value, found),
        }),
      ];
    }),
  );
}

const check: Check = {
  code: 'AMOUNT_TWO_VALUES',
  severity: 'error',
  title: { zh: '同一金额前后一致', en: 'One amount, one value' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”“适当性”：资金与目标相匹配，前后一致' },
  explainedBy: /尾差|四舍五入|不含|未含|含上年结转|调整后|口径/,
  find: (view) => [
    ...view.projects.flatMap((form) => [...tasks(view, form), ...text(view, form), ...costs(view, form)]),
    ...overallCosts(view),
    ...tableAmounts(view),
  ],
};
export default check;
