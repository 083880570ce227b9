import { type Hit, hit } from '../check-type.ts';
import { amountsIn, sentenceBefore, withoutTags } from '../lib/amounts.ts';
import { addsUp, gapOf, numberCell, samePrinted } from '../lib/numbers.ts';
import { headOf } from '../lib/tables.ts';
import type { DocumentView } from '../lib/view.ts';

// What a report calls a column of its tables, in the text and in the head.
const COLUMNS: { name: string; text: RegExp; head: RegExp }[] = [
  { name: '基本支出', text: /基本支出(?:合计|总额|共计|为|共)*$/, head: /^基本支出(合计|小计)?$/ },
  { name: '项目支出', text: /项目支出(?:合计|总额|共计|为|共)*$/, head: /^项目支出(合计|小计)?$/ },
  { name: '收入合计', text: /收入(?:合计|总计)(?:为|共)*$/, head: /^(总)?收入(合计|总计)$/ },
  { name: '支出合计', text: /(?<!基本|项目|经费)支出(?:合计|总计)(?:为|共)*$/, head: /^(总)?支出(合计|总计)$/ },
  { name: '三公经费', text: /[“"]?三公[”"]?经费(?:支出)?(?:合计|总额|共计|为|共)*$/, head: /三公.*(合计|总额)/ },
  { name: '公务接待费', text: /公务接待费(?:支出)?(?:为|共)*$/, head: /^公务接待费/ },
];
// Another year, another phase or a unit price: not the number of the table.
const OTHER = /预算|年初|上年|去年|同比|较|计划|追加|人均|每|控制数|下降|增长|基金|保费|统筹/;

interface Printed {
  value: number;
  line: number;
}

/** Every value of the columns that one name means, over all tables in 万元. */
function valuesOf(view: DocumentView, head: RegExp): Printed[] {
  return view.source.tables.flatMap((table) => {
    const names = headOf(table);
    if (!names || !/万元/.test(`${table.name} ${names.join(' ')}`)) return [];
    const columns = names.flatMap((name, column) => (head.test(name) ? [column] : []));
    return table.rows.flatMap((row) =>
      columns.flatMap((column) => {
        const value = numberCell(row.cells[column] ?? '');
        if (value === null) return [];
        const lines = Array.from({ length: row.cells.length }, (_, n) => row.line + n);
        return [{ value, line: lines.find((line) => view.cells(line).some((cell) => numberCell(cell) === value)) ?? row.line }];
      }),
    );
  });
}

/** The text gives 基本支出, 三公经费 … an amount that no row of the tables has. */
export function tableAmounts(view: DocumentView): Hit[] {
  return COLUMNS.flatMap(({ name, text: words, head }) => {
    const values = valuesOf(view, head);
    const [first] = values;
    if (!first) return [];
    return view.source.lines.flatMap((raw, index) => {
      const text = withoutTags(raw);
      return amountsIn(text).flatMap((amount) => {
        const clause = sentenceBefore(text, amount.start);
        if (!words.test(clause) || amount.about || OTHER.test(clause.slice(-30))) return [];
        const years = [...clause.matchAll(/(20\d\d)年/g)].map((match) => Number(match[1]));
        if (years.length > 0 && view.document.year !== null && years.at(-1) !== view.document.year) return [];
        // A slip of the unit has a finding of its own.
        if (values.some(({ value }) => addsUp(value, [amount.wan]) || samePrinted(value, amount.wan) || value === amount.value)) return [];
        const near = values.toSorted((a, b) => gapOf(a.value, amount.wan) - gapOf(b.value, amount.wan))[0] ?? first;
        return [
          hit(
            'AMOUNT_TWO_VALUES.table',
            [index + 1, near.line],
            { name, expected: near.value, found: amount.wan, gap: gapOf(near.value, amount.wan) },
            'warning',
          ),
        ];
      });
    });
  });
}
