import { type Check, hit } from '../check-type.ts';

const TAG =
  /<\/?(?:p|br|span|div|td|tr|table|tbody|font|strong|b|i|u|em|a|img|ul|ol|li|h\d|o:p|sup|sub)(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|emsp|ensp|#\d{2,5});/gi;

const check: Check = {
  code: 'HTML_REST',
  severity: 'warning',
  title: { zh: '没有网页标记残留', en: 'No rests of web pages' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：填报规范' },
  find: (view) =>
    view.source.lines.flatMap((raw, index) => {
      const found = raw.match(TAG);
      return found ? [hit('HTML_REST', [index + 1], { found: found[0], count: found.length })] : [];
    }),
};
export default check;
