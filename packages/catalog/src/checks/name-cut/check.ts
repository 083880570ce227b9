import { type Check, hit } from '../check-type.ts';
import type { Row } from '../lib/view.ts';

const squeeze = (name: string) => name.replace(/\s+/g, '').replace(/^指标\d+[:：]/, '');

/** How a name shows by its own words that it breaks off; null where it reads as whole. */
function endingOf(row: Row): string | null {
  const name = squeeze(row.indicator.name);
  const last = name.slice(-2);
  if (/[、，,；;：:（(“《]$/.test(name)) return last;
  if (/[（(][^)）]*$/.test(name) || /《[^》]*$/.test(name) || /“[^”]*$/.test(name)) return last;
  // Words that ask for more.
  if (
    /(与|和|及|或|对|占|为|在|将|把|向|从|于|使|让|并|而|且|的|其|该|各|每|第)$/.test(name) &&
    !/(共和|调和|饱和|总和|温和|认为|行为|作为|目的|参与|给与|存在|现在|内在|所在|由于|基于|关于|方向|导向|意向|动向)$/.test(name)
  )
    return last;
  // A connective with half a word behind it, or a compound that lost its last character.
  if (
    /(与|和|及)[深完优健推加提规强增保]$|政策进$|评价制$|[的对]满意$|对.{2,12}满意$|管理制$|责任制$|服务体$|工作机$|信息系$/.test(name) &&
    !/责任制$|是否满意$/.test(name)
  )
    return last;
  if (row.branch === '满意度' && /满$/.test(name)) return last;
  return null;
}

// What a whole name of an indicator ends with.
const WHOLE =
  /(率|(?<!年)度|数|量|额|比例|占比|次数|人次|情况|能力|水平|成本|时间|时限|时效|效率|工作|培训|检查|建设|改革|制度|体系|管理|服务|安全|发展|标准|资金|经费|负担|任务|质量|试点|覆盖面)$/;

const check: Check = {
  code: 'NAME_CUT',
  severity: 'warning',
  title: { zh: '指标名称完整', en: 'Names are whole' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：指标内容完整、表述清楚' },
  find: (view) => {
    const cut = view.rows.flatMap((row) => {
      const ending = endingOf(row);
      return ending === null ? [] : [{ row, ending, length: squeeze(row.indicator.name).length }];
    });
    // A system that prints only the first n characters cuts every longer name at the same place.
    const lengths = new Map<number, number>();
    for (const { length } of cut) lengths.set(length, (lengths.get(length) ?? 0) + 1);
    const [length, others] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
    const doubtful =
      others < 2
        ? []
        : view.rows.filter((row) => {
            const name = squeeze(row.indicator.name);
            const longest = Math.max(...row.project.rows.map((other) => squeeze(other.indicator.name).length));
            return name.length === length && longest === length && !cut.some((known) => known.row === row) && !WHOLE.test(name);
          });
    const counted = view.rows.filter((row) => {
      // A per cent of something that is no rate, at exactly that length, lost its last words.
      const name = squeeze(row.indicator.name);
      const longest = Math.max(...row.project.rows.map((other) => squeeze(other.indicator.name).length));
      return (
        others >= 2 &&
        name.length === length &&
        longest === length &&
        /[%％]/.test(row.indicator.unit ?? '') &&
        !doubtful.includes(row) &&
        !cut.some((known) => known.row === row) &&
        !/(率|比例|占比|(?<!年)度|能力|情况)$/.test(name)
      );
    });
    const told = new Set([...cut.map(({ row }) => row), ...doubtful, ...counted]);
    // What the reading itself took for cut (by the lengths of the form).
    const warned = new Set(view.document.warnings.filter((warning) => warning.code === 'name-cut').map((warning) => warning.line));
    const read = view.rows.filter((row) => warned.has(row.indicator.line) && !told.has(row));
    return [
      ...read.map((row) => hit('NAME_CUT.doubt', [row.indicator.line], { name: row.name }, 'info')),
      ...cut.map(({ row, ending }) => hit('NAME_CUT', [row.indicator.line], { name: row.name, ending })),
      ...[...doubtful, ...counted].map((row) => hit('NAME_CUT.length', [row.indicator.line], { name: row.name, length, others }, 'info')),
    ];
  },
};
export default check;
