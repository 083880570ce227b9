import { type Check, type Hit, hit, mend, textAt } from '../check-type.ts';

const GUIDANCE =
  /[（(][^（()）]{0,20}(?:\d+字(?:以内|左右|内)|字数不超过|不超过\d+字)[^（()）]{0,10}[)）]|[（(](?:注|填写说明|填报说明|说明)[:：][^（()）]{4,80}[)）]|[（(][^（()）]{0,60}(?:根据(?:部门|单位|项目)?实际(?:情况)?(?:进行)?(?:调整|填写|填列)|请(?:填写|简要|逐项)|预期实现的效益|可自行(?:添加|增加|调整)|此项必填)[^（()）]{0,40}[)）]|此处填写|请在此|(?:点击|单击)(?:此处)?(?:输入|填写)/;
const BLANK =
  /^(?:指标\d+[:：]?)?\s*(?:…{1,4}|\.{3,}|。{3,})$|[×X]{2,}(?:局|项目|单位|部门|万元|年)|(?<![A-Za-z\d])XX+(?![A-Za-z\d])|^\d+、(?:二级机构|下属单位|二级单位)\d+$/;
// 指标2: behind a full sentence, or 任务1: alone in its row, with nothing after it.
const UNFILLED = /(?<=[。；;])指标\d+[:：]$/;

/** What of the template is left in a row; a row marked 可选 may stay empty. */
function leftIn(cells: string[], raw: string): string | null {
  const blank =
    cells.find((cell) => BLANK.test(cell)) ?? cells.map((cell) => UNFILLED.exec(cell)?.[0]).find((found) => found !== undefined);
  if (blank !== undefined) return blank.slice(0, 30);
  const last = cells.filter((cell) => cell !== '').at(-1);
  return last !== undefined && raw.includes('\t') && !/可选/.test(raw) && /^(任务|目标|指标)\d*[:：]$/.test(last) ? last : null;
}

const check: Check = {
  code: 'TEMPLATE_TEXT',
  severity: 'info',
  title: { zh: '没有模板文字残留', en: 'No text of the template is left' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：填报规范' },
  find: (view) => {
    const hits: Hit[] = [];
    const blanks = new Map<string, number[]>();
    for (const [index, raw] of view.source.lines.entries()) {
      const guidance = GUIDANCE.exec(raw);
      if (guidance)
        hits.push({
          ...hit('TEMPLATE_TEXT.guidance', [index + 1], { found: guidance[0].slice(0, 30) }, 'warning'),
          mends: [mend('certain', textAt(index + 1), [guidance[0], null], 'text.remove', {})],
        });
      const left = guidance ? null : leftIn(view.cells(index + 1), raw);
      if (left !== null) blanks.set(left, [...(blanks.get(left) ?? []), index + 1]);
    }
    // The same placeholder down a form is told once.
    for (const [found, lines] of blanks) hits.push(hit('TEMPLATE_TEXT.blank', lines, { found }));
    return hits;
  },
};
export default check;
