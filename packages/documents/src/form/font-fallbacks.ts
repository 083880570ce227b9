// Official papers name 仿宋, 黑体 and 小标宋; a machine without them takes the next best instead of whatever comes first.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Font → the face that Word and LibreOffice take in its place, and its kind. */
const FALLBACKS: readonly [name: string, instead: string, family: 'roman' | 'swiss' | 'modern'][] = [
  ['仿宋', 'FangSong;仿宋_GB2312;FangSong_GB2312;Noto Serif CJK SC;SimSun', 'modern'],
  ['黑体', 'SimHei;Noto Sans CJK SC;Microsoft YaHei', 'swiss'],
  ['宋体', 'SimSun;Noto Serif CJK SC', 'roman'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S;小标宋;Noto Serif CJK SC;SimSun', 'roman'],
];

const entry = ([name, instead, family]: (typeof FALLBACKS)[number]) =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;

/** The same docx with what stands in for each font. */
export function withFontFallbacks(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const table = files['word/fontTable.xml'];
  if (!table) return docx;
  const xml = strFromU8(table);
  const own = FALLBACKS.map(entry).join('');
  const filled = xml.includes('</w:fonts>') ? xml.replace('</w:fonts>', `${own}</w:fonts>`) : xml.replace(/\/>\s*$/, `>${own}</w:fonts>`);
  files['word/fontTable.xml'] = strToU8(filled);
  return zipSync(files, { level: 6 });
}
