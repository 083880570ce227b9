import { type Check, type Hit, hit } from '../check-type.ts';

const GUIDANCE =
  /[（(][^（()）]{0,20}(?:\d+字(?:以内|左右|内)|字数不超过|不超过\d+字)[^（()）]{0,10}[)）]|[（(](?:注|填写说明|填报说明|说明)[:：][^（()）]{4,80}[)）]|[（(][^（()）]{0,60}(?:根据(?:部门|单位|项目)?实际(?:情况)?(?:进行)?(?:调整|填写|填列)|请(?:填写|简要|逐项)|预期实现的效益|可自行(?:添加|增加|调整)|此项必填)[^（()）]{0,40}[)）]|此处填写|请在此|(?:点击|单击)(?:此处)?(?:输入|填写)/;
const BLANK = /^(?:指标\d+[:：]?)?\s*(?:…{1,4}|\.{3,}|。{3,})$|[×X]{2,}(?:局|项目|单位|部门|万元|年)|(?<![A-Za-z\d])XX+(?![A-Za-z\d])/;

const check: Check = {
  code: 'TEMPLATE_TEXT',
  severity: 'info',
  title: { zh: '没有模板文字残留', en: 'No text of the template is left' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：填报规范' },
  find: (view) =>
    view.source.lines.flatMap((raw, index): Hit[] => {
      const guidance = GUIDANCE.exec(raw);
      if (guidance) return [hit('TEMPLATE_TEXT.guidance', [index + 1], { found: guidance[0].slice(0, 30) }, 'warning')];
      const blank = view.cells(index + 1).find((cell) => BLANK.test(cell));
      if (blank !== undefined) return [hit('TEMPLATE_TEXT.blank', [index + 1], { found: blank.slice(0, 30) })];
      // 任务1: with nothing beside it in its row.
      const cells = view.cells(index + 1).filter((cell) => cell !== '');
      const [label, ...rest] = cells.slice(-1);
      return label && rest.length === 0 && raw.includes('\t') && !/可选/.test(raw) && /^(任务|目标|指标)\d*[:：]$/.test(label)
        ? [hit('TEMPLATE_TEXT.blank', [index + 1], { found: label })]
        : [];
    }),
};
export default check;
