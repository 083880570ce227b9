import { type Check, hit } from '../check-type.ts';
import type { DocumentView } from '../lib/view.ts';

interface Count {
  value: number;
  line: number;
}

/** A labelled number: in the next cell, on the next line of a form with one cell a line, or in the text (在职职工45人). */
function count(view: DocumentView, cell: RegExp, text: RegExp): Count | undefined {
  const found = countsIn(view, cell, text);
  // Several numbers (行政编制 and 事业编制, 局机关 and 中心) are parts of a whole that is not told.
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
}

function countsIn(view: DocumentView, cell: RegExp, text: RegExp): Count[] {
  return view.source.lines.flatMap((raw, index) => {
    const cells = view.cells(index + 1);
    const at = cells.findIndex((c) => cell.test(c.replace(/\s+/g, '')));
    if (at >= 0) {
      const beside = cells.slice(at + 1).find((c) => c !== '');
      const below = cells.filter((c) => c !== '').length === 1 ? view.cells(index + 2).find((c) => c !== '') : undefined;
      const value = /^(\d{1,5})\s*人?$/.exec(beside ?? below ?? '');
      if (value) return [{ value: Number(value[1]), line: beside ? index + 1 : index + 2 }];
    }
    return [...raw.matchAll(text)]
      .filter((found) => !/参保|就诊|住院|救助|企业|培训/.test(raw.slice(Math.max(0, found.index - 6), found.index)))
      .map((found) => ({ value: Number(found[1]), line: index + 1 }));
  });
}

const check: Check = {
  code: 'HEADCOUNT',
  severity: 'warning',
  title: { zh: '编制与人数口径一致', en: 'Posts and people are counted alike' },
  basis: { document: '财预〔2013〕53号', article: '在职人员控制率＝在职人员数÷编制数，均不含离退休人员' },
  explainedBy: /编外|借调|工勤|聘用|临聘|口径/,
  find: (view) => {
    const posts = count(view, /^(人员)?编制(人?数)?$|^核定编制(数)?$/, /编制(?:数|人数)?\s*(?:为|共)?\s*(\d{1,4})\s*[人名]/g);
    const people = count(view, /^实有人(数|员)$|^年末实有人(数|员)$/, /实有人(?:数|员)\s*(?:为|共)?\s*(\d{1,4})\s*[人名]/g);
    const active = count(view, /^在职人(数|员)$/, /在职(?:在编)?(?:干部|职工|人员|干部职工)?(?:人数)?\s*(?:为|共)?\s*(\d{1,4})\s*[人名]/g);
    const retired = count(view, /^(离?退休)人(数|员)$/, /(?:离退休|退休)(?:干部|职工|人员)?(?:人数)?\s*(?:为|共)?\s*(\d{1,4})\s*[人名]/g);
    const hits = [];
    if (people && active && people.value !== active.value)
      hits.push(
        retired && active.value + retired.value === people.value
          ? hit('HEADCOUNT.retired', [people.line, active.line], {
              found: people.value,
              expected: active.value,
              active: active.value,
              retired: retired.value,
            })
          : hit('HEADCOUNT.differs', [people.line, active.line], { found: people.value, expected: active.value }),
      );
    const working = active ?? people;
    if (posts && working && working.value > posts.value)
      hits.push(hit('HEADCOUNT.over', [working.line, posts.line], { found: working.value, expected: posts.value }));
    return hits;
  },
};
export default check;
