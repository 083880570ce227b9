/** The vocabulary of indicator tables: levels, rates, units, vague words. Words, not documents, decide. */

/** Without white space, brackets at the end and `指标N：` at the start. */
export const bare = (name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/^指标\d+[:：]/, '')
    .replace(/[（(][^（()）]*[)）]$/, '')
    .replace(/[。.；;]$/, '');

/** The unit that a name carries in brackets: 参保率(%) → %. */
export const unitInName = (name: string): string | null => {
  const match = /[（(]\s*([^（()）]{1,8})\s*[)）]\s*$/.exec(name);
  return match &&
    /^(%|％|元|万元|亿元|人|万人|人次|万人次|次|家|件|份|条|个|台|户|种|天|小时|场|期|套|项|元[/／].*|.*[/／](人|年|天|次).*)$/.test(
      match[1] ?? '',
    )
    ? (match[1] ?? null)
    : null;
};

/** Is the name that of a rate or share? */
export const isRate = (name: string): boolean =>
  /(率|占比|比例|比重|百分比|满意度|知晓度)$/.test(bare(name)) && !/(效率|频率|汇率|税率|费率|利率|功率)$/.test(bare(name));

/** A part of a whole, which cannot pass 100 %: growth, completion against a plan and control ratios can. */
export const isBoundedShare = (name: string): boolean =>
  isRate(name) &&
  !/增|降|提高|提升|上升|变动|完成率|完成比例|执行率|控制率|使用率|支出率|偏差|周转|回报|收益率|偿付|赤字|节约率|倍/.test(bare(name));

/** Something that grows or falls, and so needs to say from where. */
export const isChange = (text: string): boolean => /增长|增幅|增加|下降|降低|降幅|减少|提高|提升|上升|缩短/.test(text);

export type Tier = '产出' | '效益' | '满意度' | '成本';

const stripped = (level: string): string =>
  level
    .replace(/\s+/g, '')
    .replace(/(指标|目标)$/, '')
    .replace(/(指标|目标)/g, '');

/** Level 1 as one of the four of 财预〔2021〕101号; null for other trees (决策, 过程, 投入 …). */
export function tierOfLevel1(level: string | null): Tier | null {
  if (level === null) return null;
  const name = stripped(level);
  if (/满意/.test(name)) return '满意度';
  if (/^成本/.test(name)) return '成本';
  if (/产出|^项目完成|^完成$/.test(name)) return '产出';
  if (/效益|效果/.test(name)) return '效益';
  return null;
}

export type Branch =
  | '数量'
  | '质量'
  | '时效'
  | '成本'
  | '经济成本'
  | '社会成本'
  | '生态成本'
  | '经济'
  | '社会'
  | '生态'
  | '可持续'
  | '满意度';

/** Level 2 as one of the branches of 88号 and 101号. */
export function branchOfLevel2(level: string | null): Branch | null {
  if (level === null) return null;
  const name = stripped(level);
  if (/满意/.test(name)) return '满意度';
  if (/经济成本/.test(name)) return '经济成本';
  if (/社会成本/.test(name)) return '社会成本';
  if (/生态.*成本/.test(name)) return '生态成本';
  if (/^成本/.test(name)) return '成本';
  if (/^数量/.test(name)) return '数量';
  if (/^质量/.test(name)) return '质量';
  if (/^时效|^进度/.test(name)) return '时效';
  if (/可持续/.test(name)) return '可持续';
  if (/^经济/.test(name)) return '经济';
  if (/^社会/.test(name)) return '社会';
  if (/^生态|^环境/.test(name)) return '生态';
  return null;
}

/** Which tier a branch belongs to; 成本 was a branch of 产出 before 2021. */
export const tierOfBranch = (branch: Branch): Tier =>
  branch === '满意度'
    ? '满意度'
    : branch === '成本' || branch === '经济成本' || branch === '社会成本' || branch === '生态成本'
      ? '成本'
      : branch === '数量' || branch === '质量' || branch === '时效'
        ? '产出'
        : '效益';

/** What is counted, as far as a unit surely says it: 百分比, 金额, 时间, 人, 次 and 机构 are never one another; 件, 项 and 个 may be anything. */
export type UnitKind = '比率' | '金额' | '时间' | '人数' | '次数' | '机构数';
const KINDS: [UnitKind, RegExp][] = [
  ['比率', /^([%％‰]|个?百分点)$/],
  ['金额', /^[万亿千百]?元([/／].+)?$/],
  ['时间', /^(小时|分钟|秒|个?工作日|天|日|个月)$/],
  ['人数', /^[万千]?(人|人次|名)$/],
  ['次数', /^[万千]?(次|场|期|场次|轮)$/],
  ['机构数', /^[万千]?(家|所|户)$/],
];
export const kindOfUnit = (unit: string | null): UnitKind | null =>
  KINDS.find(([, pattern]) => pattern.test((unit ?? '').replace(/\s/g, '')))?.[0] ?? null;
/** Can one be meant by the other? 1000次 of 培训人次 are persons. */
export const kindsDiffer = (a: UnitKind | null, b: UnitKind | null): boolean =>
  a !== null && b !== null && a !== b && !(['人数', '次数'].includes(a) && ['人数', '次数'].includes(b));

export const isTimeUnit = (unit: string | null): boolean =>
  unit !== null && /^(小时|分钟|秒|工作日|个工作日|天|日|个月|月)(内|以内)?$/.test(unit);
export const isCountUnit = (unit: string | null): boolean =>
  unit !== null && /^(万?人次|万?次|场次?|次|个|家|件|份|万?份|条|万?条|种|篇|期|例|张|册|本|批次?|户|户次)$/.test(unit);
export const isPercent = (unit: string | null): boolean => unit !== null && /^[%％]$/.test(unit);

/** A sign or a word that stands for one. */
export const hasSign = (text: string): boolean =>
  /[≥≤＞＜><＝=≧≦]|不少于|不低于|不小于|不超过|不高于|不大于|不多于|不晚于|至少|至多|最多|最少|大于|小于|高于|低于|等于|超过|达到|以上|以下|以内|之内|以前|之前|左右|内完成|控制在/.test(
    text,
  );

/** A day, month or other end of a period: measurable without a number. */
export const hasDeadline = (text: string): boolean =>
  /\d+\s*年|\d+\s*月|年底|月底|年末|季度|上半年|下半年|全年|当年|年内|月内|日前|每月|每年|工作日|小时|及时.*\d/.test(text);

/** Words that cannot be measured where no standard stands beside them. */
export const VAGUE =
  /有所(提高|提升|改善|增强|下降|降低|加强|减轻|减少|缓解|好转|进步|完善|优化|扩大|增加)|(较为|比较|效果|作用|成效|影响)?(显著|明显)(提高|提升|改善|增强|改进)?|逐步|不断|持续(提高|提升|改善|增强|加强|推进)|稳步|进一步|稳定运行|安全运行|正常运行|常态化|大幅|一定(程度|效果)|较[好高大强]|良好|^(好|优|良|是|否|有|高|强|满意)$|(按照?|依照|在).*(要求|规定|程序|时限).*(执行|落实|办理|办结|整理|完成)|严格(按照|执行)|^及时(办结|完成|处理|到位|支付|拨付)?$|^(提高|提升|增强|加强|改善|促进|保障|减少|降低|缓解|推进|推动)/;
