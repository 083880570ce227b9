import { convert, parseUnit } from '@hengjian/domain';
import { type Check, type Hit, hit } from '../check-type.ts';
import { withoutTags } from '../lib/amounts.ts';
import { rounded } from '../lib/numbers.ts';
import { agrees, isSpecific, printed, sameBody, sameNames } from '../lib/same.ts';
import { type DocumentView, isTarget, type Row } from '../lib/view.ts';

/** Rows that may be compared: another goal's row of the same name has its own share of the target. */
const comparable = (a: Row, b: Row): boolean =>
  a.project === b.project ? a.indicator.group === b.indicator.group && (a.branch === b.branch || isSpecific(a)) : isSpecific(a);

/** 不超过全年预算指标, 预算控制数: every task has a budget of its own under the same name. */
const ownBudget = ({ name, indicator }: Row): boolean =>
  /预算(?:指标|数|总额|金额|控制数)?$/.test(name) && /元$/.test(indicator.unit ?? '');

function equalNames(view: DocumentView): Hit[] {
  return sameNames(view).flatMap((family) =>
    family.flatMap((row, index) => {
      if (ownBudget(row)) return [];
      const first = family.slice(0, index).find((other) => comparable(other, row) && !agrees(other, row));
      return first
        ? [
            hit(
              'SAME_INDICATOR_TWO_VALUES',
              [...first.lines, ...row.lines],
              {
                name: row.name,
                expected: printed(first),
                found: printed(row),
                // Two projects may each mean their own part; within one form nothing explains it.
              },
              first.project === row.project ? 'error' : 'warning',
            ),
          ]
        : [];
    }),
  );
}

/** 核减违规费用 in one form and 核减违规费用及违约金 in another: amounts whose names begin alike. */
function widerNames(view: DocumentView): Hit[] {
  const money = view.rows.filter((row) => /^(万|亿)?元$/.test(row.indicator.unit ?? '') && row.name.length >= 5 && row.tier !== '成本');
  return money.flatMap((row, index) =>
    money.slice(index + 1).flatMap((other) => {
      const [short, long] = row.name.length <= other.name.length ? [row, other] : [other, row];
      if (row.project === other.project || row.name === other.name || agrees(row, other) || !sameBody(row.project, other.project, view))
        return [];
      if (!long.name.startsWith(short.name) || !/^[及和与、含]/.test(long.name.slice(short.name.length))) return [];
      return [
        hit(
          'SAME_INDICATOR_TWO_VALUES.wider',
          [...row.lines, ...other.lines],
          { name: short.name, wider: long.name, expected: printed(short), found: printed(long) },
          'warning',
        ),
      ];
    }),
  );
}

// Words that do not narrow what a rate is the rate of.
const PLAIN =
  /确保|保证|完成|实现|力争|达到|使|全年|全[市县区省州旗]|我[市县区省]|本[市县区]|20\d\d年|年度|基本|医疗|保险|城乡|居民|医保|综合|的|率先|稳定|持续|补助|资助|支付|救助|惠及|覆盖|[\d\s.、:：]/g;

/** Does the clause before the rate speak of the same thing as the row's name (低保人员的参保率 is not 居民参保率)? */
const samePopulation = (before: string, name: string): boolean => {
  const narrowed = (before.split(/[，,。；;（()）]/).at(-1) ?? '').replace(PLAIN, '');
  return narrowed === '' || name.includes(narrowed);
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A goal that gives an indicator of its own form another value: 参保率95% in the goal, ≥90% in the row. */
function goalValues(view: DocumentView): Hit[] {
  // What a self-evaluation tells is what was reached.
  return view.projects.filter(isTarget).flatMap((form) =>
    form.rows.flatMap((row) => {
      const { value, unit } = row.indicator;
      if (typeof value !== 'number' || unit === null || row.name.length < 3) return [];
      // Two rows with the same ending may both be meant: only a whole name is looked for then.
      const ending = row.name.slice(/率$/.test(row.name) ? -3 : -4);
      const single = form.rows.filter((other) => other.name.endsWith(ending)).length === 1;
      const name = single && /(率|人次|人数|次数|家数)$/.test(ending) ? ending : row.name;
      const said = new RegExp(
        `${escaped(name)}(?:持续|稳定|保持|维持|控制)*(?:达到?|达|不低于|不少于|为|在|到|≥|>=|=)*\\s*(\\d+(?:\\.\\d+)?)\\s*([万亿]?${escaped(parseUnit(unit)?.base || unit)})`,
        'g',
      );
      for (const line of form.headLines) {
        const text = withoutTags(view.line(line));
        const numbers = [...text.matchAll(said)]
          .filter((match) => samePopulation(text.slice(0, match.index), row.name))
          // 40万条 and 400000条 are one number.
          .flatMap((match) => convert(Number(match[1]), match[2] ?? '', unit)?.value ?? [])
          .map((number) => rounded(number, 6));
        const [found] = numbers;
        if (found === undefined || numbers.includes(value)) continue;
        return [
          hit(
            'SAME_INDICATOR_TWO_VALUES.goal',
            [line, ...row.lines],
            { name: row.name, expected: `${found}${unit}`, found: printed(row) },
            'warning',
          ),
        ];
      }
      return [];
    }),
  );
}

const check: Check = {
  code: 'SAME_INDICATOR_TWO_VALUES',
  severity: 'error',
  title: { zh: '同一指标只有一个指标值', en: 'One indicator, one target' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“相关性”“适当性”：整体目标与项目目标相衔接' },
  explainedBy: /口径|分别为/,
  find: (view) => [...equalNames(view), ...widerNames(view), ...goalValues(view)],
};
export default check;
