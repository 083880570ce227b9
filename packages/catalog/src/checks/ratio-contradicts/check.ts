import { type Check, type Hit, hit, mend, textAt } from '../check-type.ts';
import { withoutTags } from '../lib/amounts.ts';
import { decimalsOf, gapOf, rounded } from '../lib/numbers.ts';
import { execution } from '../lib/scores.ts';
import { type DocumentView, isTarget } from '../lib/view.ts';

const N = '(\\d+(?:\\.\\d+)?)\\s*';
const MONEY = '(亿元|万元|元)';
const P = '(\\d+(?:\\.\\d+)?)\\s*[%％]';
const GAP = '[^。；;\\d]{0,16}?';
const WAN: Record<string, number> = {
  亿元: 10_000,
  万元: 1,
  元: 0.0001,
  人: 1,
  万人: 10_000,
  家: 1,
  人次: 1,
  万人次: 10_000,
  件: 1,
  户: 1,
  份: 1,
};

interface Stated {
  what: string;
  part: number;
  whole: number;
  percent: number;
  about: boolean;
}

const amount = (value: string | undefined, unit: string | undefined) => Number(value) * (WAN[unit ?? ''] ?? 1);

/** Patterns whose three numbers surely belong together. Anything looser would accuse the innocent. */
const PATTERNS: { pattern: RegExp; read: (m: RegExpExecArray) => Stated }[] = [
  {
    // 总医疗费用A万元，基金支付B万元，报销比例为P%
    pattern: new RegExp(
      `(?:总费用|医药费用|医疗费用|总金额|费用总额)${GAP}${N}${MONEY}[，,]${GAP}(?:支付|报销|补偿)${GAP}${N}${MONEY}[，,]${GAP}((?:补偿|报销|支付)(?:比例|比|率))${GAP}${P}`,
      'g',
    ),
    read: (m) => ({ what: m[5] ?? '', part: amount(m[3], m[4]), whole: amount(m[1], m[2]), percent: Number(m[6]), about: false }),
  },
  {
    // 预算A万元，支出B万元，预算执行率P%
    pattern: new RegExp(
      `预算(?:数|金额|总额|安排|资金)?[^。；;\\d增减调比]{0,8}?${N}${MONEY}[，,]${GAP}(?:支出|执行|支付|使用)${GAP}${N}${MONEY}[，,]${GAP}((?:预算)?(?:执行率|完成率|支出进度|使用率))${GAP}${P}`,
      'g',
    ),
    read: (m) => ({ what: m[5] ?? '', part: amount(m[3], m[4]), whole: amount(m[1], m[2]), percent: Number(m[6]), about: false }),
  },
  {
    // 应参保A人，实际参保B人，参保率P%
    pattern: new RegExp(
      `(?:应参保|应检查|应办|应发放|应覆盖|共有|受理)${GAP}${N}(万人|人|家|件|户|份)[，,]${GAP}(?:已|实际|检查|参保|办结|发放|覆盖)${GAP}${N}(万人|人|家|件|户|份)[，,]${GAP}([一-龥]{1,6}率)${GAP}${P}`,
      'g',
    ),
    read: (m) => ({ what: m[5] ?? '', part: amount(m[3], m[4]), whole: amount(m[1], m[2]), percent: Number(m[6]), about: false }),
  },
  {
    // 计划培训A期，实际培训B期，完成率P%
    pattern: new RegExp(
      `计划${GAP}${N}(期|次|场|人次|人|家|件|份|户)[，,]${GAP}(?:实际|完成)${GAP}${N}(期|次|场|人次|人|家|件|份|户)[，,]${GAP}([一-龥]{0,6}完成率)${GAP}${P}`,
      'g',
    ),
    read: (m) => ({ what: m[5] ?? '', part: amount(m[3], m[4]), whole: amount(m[1], m[2]), percent: Number(m[6]), about: m[2] !== m[4] }),
  },
  {
    // 应到位A万元，实际到位B万元，资金到位率P%
    pattern: new RegExp(
      `(?:应到位|计划到位|计划投入)${GAP}${N}${MONEY}[，,]${GAP}到位${GAP}${N}${MONEY}[，,]${GAP}((?:资金)?到位率)${GAP}${P}`,
      'g',
    ),
    read: (m) => ({ what: m[5] ?? '', part: amount(m[3], m[4]), whole: amount(m[1], m[2]), percent: Number(m[6]), about: false }),
  },
];

/** 上年A万元，本年B万元，下降P%. */
const CHANGE = new RegExp(
  `(?:上年|去年)${GAP}${N}${MONEY}[，,]${GAP}(?:本年|今年|当年)${GAP}${N}${MONEY}[，,]${GAP}(增长|增加|下降|减少|降低)(?:了|率)?\\s*${P}`,
  'g',
);

/** 由A元下降到B元，下降P%. */
const FROM_TO = new RegExp(
  `由(?:20\\d\\d年的?)?${GAP}${N}(亿元|万元|元|万人次|万人|人次|人|家|件|天)(?:上升|增加|增长|提高|下降|减少|降低|降|升)?(?:到|至|为)(?:20\\d\\d年的?)?${GAP}${N}(亿元|万元|元|万人次|万人|人次|人|家|件|天)[，,]${GAP}(增长|增加|上升|提高|下降|减少|降低)(?:了|率)?\\s*${P}`,
  'g',
);

/** 每人A元，其中：中央P%即B元. */
const THAT_IS = new RegExp(`${P}\\s*[，,]?\\s*即\\s*${N}${MONEY}`, 'g');

const agrees = (percent: number, exact: number, slack = 0) => Math.abs(exact - percent) <= 0.5 * 10 ** -decimalsOf(percent) + slack + 1e-9;

function texts(view: DocumentView): Hit[] {
  return view.source.lines.flatMap((raw, index) => {
    const text = withoutTags(raw);
    if (!/[%％]/.test(text)) return [];
    const line = index + 1;
    const hits: Hit[] = [];
    const say = ({ what, part, whole, percent }: Stated) => {
      const found = rounded((part / whole) * 100, 2);
      hits.push(hit('RATIO_CONTRADICTS', [line], { what, part, whole, expected: percent, found, gap: gapOf(percent, found) }));
    };
    for (const { pattern, read } of PATTERNS)
      for (const match of text.matchAll(pattern)) {
        const stated = read(match);
        // 约, 余 and 左右 round by a hundredth of the whole.
        const slack = /约|余|近|左右/.test(match[0]) ? 1 : 0;
        if (stated.whole > 0 && !stated.about && !agrees(stated.percent, (stated.part / stated.whole) * 100, slack)) say(stated);
      }
    for (const m of [...text.matchAll(CHANGE), ...text.matchAll(FROM_TO)]) {
      const [before, now] = [amount(m[1], m[2]), amount(m[3], m[4])];
      const exact = (Math.abs(now - before) / before) * 100;
      const up = /增|升|提/.test(m[5] ?? '');
      const wrongWay = now !== before && up !== now > before;
      if (before <= 0 || (agrees(Number(m[6]), exact) && !wrongWay)) continue;
      // The same way: how much; the other way: with its sign.
      const sign = wrongWay && now < before ? -1 : 1;
      const found = rounded(sign * exact, 2);
      hits.push(
        hit('RATIO_CONTRADICTS', [line], {
          what: `${m[5]}幅度`,
          part: rounded(Math.abs(now - before), 6),
          whole: before,
          expected: Number(m[6]),
          found,
          gap: gapOf(Number(m[6]), found),
        }),
      );
    }
    for (const m of text.matchAll(THAT_IS)) {
      const before = text.slice(0, m.index);
      // The whole is the amount right before 其中.
      const whole = /(\d+(?:\.\d+)?)\s*(亿元|万元|元)[，,]?\s*其中[:：]?[^。；;]*$/.exec(before);
      if (!whole) continue;
      const [base, part] = [amount(whole[1], whole[2]), amount(m[2], m[3])];
      if (base > 0 && !agrees(Number(m[1]), (part / base) * 100, 0.05))
        say({ what: '所占比例', part, whole: base, percent: Number(m[1]), about: false });
    }
    return hits;
  });
}

/** 执行率 of a self-evaluation's money block against its own numbers. Budget is the adjusted one (全年预算数). */
function executions(view: DocumentView): Hit[] {
  return view.projects.flatMap((form) => {
    const row = isTarget(form) ? null : execution(view, form);
    if (!row || row.budget === null || row.spent === null || row.budget <= 0) return [];
    const exact = (row.spent / row.budget) * 100;
    if (agrees(row.percent, exact, 0.005)) return [];
    const found = rounded(exact, 2);
    return [
      hit('RATIO_CONTRADICTS', [row.line], {
        what: '预算执行率',
        part: row.spent,
        whole: row.budget,
        expected: row.percent,
        found,
        gap: gapOf(row.percent, found),
      }),
    ];
  });
}

/** What the numbers themselves give. Which of the three is wrong only the office knows. */
const withOwn = (one: Hit): Hit => {
  const { expected, found, what } = one.facts as { expected: number; found: number; what: string };
  const [line] = one.lines;
  return line === undefined || found < 0
    ? one
    : { ...one, mends: [mend('possible', textAt(line), [`${expected}%`, `${found}%`], 'ratio.own', { what })] };
};

const check: Check = {
  code: 'RATIO_CONTRADICTS',
  severity: 'error',
  title: { zh: '比率与所列数字相符', en: 'Ratios fit their own numbers' },
  basis: { document: '财预〔2020〕10号；财预〔2013〕53号', article: '预算执行率、变动率等指标的计算公式' },
  explainedBy: /四舍五入|口径|不含|扣除|剔除/,
  find: (view) => [...texts(view), ...executions(view)].map(withOwn),
};
export default check;
