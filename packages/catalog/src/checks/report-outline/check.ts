import { type Check, hit } from '../check-type.ts';

const HEADING = /^(?:第?[一二三四五六七八九十]+[、.．章]|[（(][一二三四五六七八九十]+[)）])\s*(\S.{1,40})$/;
/** What a self-evaluation report tells, and the words that its headings use for it. */
const CHAPTERS: [string, RegExp][] = [
  ['基本情况', /概况|基本情况|项目情况|部门情况|单位情况|基本信息|分解下达/],
  ['绩效分析', /绩效|完成情况|目标实现|评价结论|自评(结果|情况|结论)|产出|效益/],
  ['存在的问题或偏差原因', /问题|不足|偏离|偏差|原因/],
  ['改进措施或建议', /改进|措施|建议|整改|下一步|打算/],
];

const check: Check = {
  code: 'REPORT_OUTLINE',
  // An extract may be published without its last chapters.
  severity: 'info',
  title: { zh: '自评报告的内容完整', en: 'A report has its chapters' },
  basis: { document: '财预〔2020〕10号；财预〔2015〕163号', article: '绩效自评报告提纲：基本情况、绩效分析、偏离原因和改进措施' },
  phases: ['report'],
  find: (view) => {
    if (view.projects.length === 0) return [];
    const headings = view.source.lines.flatMap((raw, index) =>
      view
        .cells(index + 1)
        .concat(raw.trim())
        .flatMap((cell) => {
          const found = HEADING.exec(cell.trim());
          return found ? [{ words: found[1] ?? '', line: index + 1 }] : [];
        }),
    );
    // A table without any text has no chapters.
    const [first] = headings;
    if (!first || new Set(headings.map(({ line }) => line)).size < 3) return [];
    // A heading may have lost its number: a short line of its own is one too.
    const short = view.source.lines.map((raw) => raw.trim()).filter((line) => line.length <= 20 && !/[，。；;：:\t|]/.test(line));
    const titles = [...headings.map((heading) => heading.words), ...short];
    const missing = CHAPTERS.filter(([, words]) => !titles.some((title) => words.test(title))).map(([chapter]) => chapter);
    return missing.length > 0 ? [hit('REPORT_OUTLINE', [first.line], { missing })] : [];
  },
};
export default check;
