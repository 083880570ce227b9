import { type Check, hit, mend, textAt } from '../check-type.ts';

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
      if (!found) return [];
      const mends = [...new Set(found)].slice(0, 3).map((tag) => mend('certain', textAt(index + 1), [tag, null], 'text.remove', {}));
      return [{ ...hit('HTML_REST', [index + 1], { found: found[0], count: found.length }), mends }];
    }),
};
export default check;
