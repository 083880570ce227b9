// Text of official documents: the same character in several widths, spaces that a line break left behind.

const WIDE = /[\uFF01-\uFF5E\u3000\u00A0]/g;
const SIGNS: Record<string, string> = { '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '〈': '<', '〉': '>', '﹥': '>', '﹤': '<', '﹪': '%' };
const CJK = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF01-\\uFF5E\\u3001-\\u303F\\u2018-\\u201D…—·';
const BETWEEN_CJK = new RegExp(`(?<=[${CJK}])[ \\t]+(?=[${CJK}])`, 'g');

/** Full-width ASCII, wide spaces and look-alike signs as their plain forms; for comparing and parsing, never for printing. */
export const foldWidth = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(WIDE, (c) => (c === '\u3000' || c === '\u00A0' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/[≧⩾≦⩽〈〉﹥﹤﹪]/g, (c) => SIGNS[c] ?? c);

/** Without any white space, widths folded: the form in which labels and headers are compared. */
export const squeeze = (text: string): string => foldWidth(text).replace(/\s+/g, '');

/** As printed, without HTML rests and without the white space that line breaks left between Chinese characters. */
export const asPrinted = (text: string): string =>
  text
    .replace(/<\/?(?:p|br|span|div|b|strong)\b[^<>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/[\s\u3000\u00A0]+/g, ' ')
    .replace(BETWEEN_CJK, '')
    .trim();
