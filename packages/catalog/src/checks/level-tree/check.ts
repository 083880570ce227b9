import { type Check, cellOf, type Hit, hit, type Mend, mend } from '../check-type.ts';
import type { Row } from '../lib/view.ts';
import { isCountUnit, isPercent, isRate, isTimeUnit, type Tier, tierOfBranch, tierOfLevel1 } from '../lib/words.ts';

// 成本 was a branch of 产出 before 2021; 满意度 of 效益 in the trees of 53号 and of many provinces.
const ALLOWED: Record<Tier, Tier[]> = { 产出: ['产出'], 效益: ['效益'], 成本: ['成本', '产出'], 满意度: ['满意度', '效益'] };

/** Level 2 under the level 1 it belongs to. Rows under one misplaced label are one finding. */
function tiers(rows: Row[]): Hit[] {
  const runs: Row[][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const found = tierOfLevel1(row.indicator.level1);
    const expected = row.branch === null ? null : tierOfBranch(row.branch);
    const wrong = found !== null && expected !== null && !ALLOWED[expected].includes(found) ? `${found}${expected}` : null;
    if (wrong !== null && wrong === last) runs.at(-1)?.push(row);
    else if (wrong !== null) runs.push([row]);
    last = wrong;
  }
  return runs.flatMap((run) => {
    const [row] = run;
    if (!row?.branch) return [];
    const { level1, level2 } = row.indicator;
    const facts = { name: row.name, expected: tierOfBranch(row.branch), found: level1 ?? '', level2: level2 ?? '', rows: run.length };
    return [
      {
        ...hit(
          'LEVEL_TREE.tier',
          run.map((r) => r.indicator.line),
          facts,
        ),
        mends: run.map((r) =>
          mend('possible', cellOf(r, 'level1'), [r.indicator.level1, `${facts.expected}指标`], 'cell.perhaps', { what: '一级指标' }),
        ),
      },
    ];
  });
}

// Rates that measure how much of a plan was done are accepted as quantities: 完成率, 覆盖率, 执行率.
const QUANTITY_RATES = /(完成|覆盖|执行|到位|使用|检查|抽查|开通|接入|配备|建成|普及)(率|比例)$/;
const TIMES = /次数|人次|场次/;

/** To another branch of the same level. */
const moved = (row: Row, level2: string): Mend =>
  mend('certain', cellOf(row, 'level2'), [row.indicator.level2, level2], 'cell.replace', { what: '二级指标' });

/** A rate among quantities mostly measures quality; some measure an effect. */
const rate = (row: Row, facts: { name: string; level2: string }): Hit => ({
  ...hit('LEVEL_TREE.rate', row.lines, facts),
  mends: [mend('possible', cellOf(row, 'level2'), [row.indicator.level2, '质量指标'], 'cell.perhaps', { what: '二级指标' })],
});

/** The kind of an output indicator against its branch. */
function kind(row: Row): Hit[] {
  const { value, unit, level2, operator } = row.indicator;
  const facts = { name: row.name, level2: level2 ?? '' };
  if (typeof value !== 'number') return [];
  if (row.branch === '数量' && isPercent(unit ?? (/%|％/.test(row.indicator.name) ? '%' : null)) && !QUANTITY_RATES.test(row.name))
    return isRate(row.name) ? [rate(row, facts)] : [hit('LEVEL_TREE.percent', row.lines, facts, 'info')];
  if (row.branch === '数量' && isRate(row.name) && !QUANTITY_RATES.test(row.name)) return [rate(row, facts)];
  if (
    (row.branch === '质量' || row.branch === '数量') &&
    isTimeUnit(unit) &&
    /办结|时间|时限|时长|拨付|响应|及时|实时|完成/.test(row.name) &&
    !/服务时间|工作时间|使用/.test(row.name)
  )
    return [{ ...hit('LEVEL_TREE.time', row.lines, facts), mends: [moved(row, '时效指标')] }];
  // Errors, complaints and accidents are counted to measure quality, with "at most".
  if (
    (row.branch === '质量' || row.branch === '时效') &&
    isCountUnit(unit) &&
    operator !== '≤' &&
    operator !== '<' &&
    value > 0 &&
    !/事故|投诉|差错|故障|错误|违规|问题|不合格/.test(row.name)
  )
    return TIMES.test(row.name) || /培训|宣传|检查|会议|行动|监控|调研|活动|评审|监测|发放|走访|督查|稽核/.test(row.name)
      ? [{ ...hit('LEVEL_TREE.count', row.lines, facts), mends: [moved(row, '数量指标')] }]
      : [];
  return [];
}

const check: Check = {
  code: 'LEVEL_TREE',
  severity: 'warning',
  title: { zh: '指标归入正确的级次', en: 'Indicators stand under the right level' },
  basis: { document: '财预〔2021〕101号', article: '一级指标成本、产出、效益、满意度及其二级指标的含义' },
  find: (view) => [...view.projects.flatMap((form) => tiers(form.rows)), ...view.rows.flatMap(kind)],
};
export default check;
