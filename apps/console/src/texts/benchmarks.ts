import type { Text } from './text.ts';

export const benchmarks = {
  title: ['对标与质量', 'Benchmarks'],
  about: [
    '同级别机构放在一张漏斗图里比：不排名次，只看偏离是否超出病例数允许的偶然。',
    'Institutions of one class in a funnel: no league table; is a value further off than its number of stays allows by chance?',
  ],
  none: ['还没有住院结算', 'No stays yet'],
  indicator: ['指标', 'Indicator'],
  level: ['级别', 'Class'],
  efficiency: ['费用与效率', 'Cost and efficiency'],
  quality: ['医疗质量', 'Quality of care'],
  stays: ['出院人次', 'Stays'],
  value: ['数值', 'Value'],
  provider: ['机构', 'Institution'],
  score: ['偏离（标准误）', 'Score'],
  mark: ['判断', 'Mark'],
  peers: ['同级平均', 'Peers'],
  watch: ['95% 限', '95% limit'],
  strange: ['99.8% 限', '99.8% limit'],
  high: ['明显偏高', 'far above'],
  low: ['明显偏低', 'far below'],
  'watch-high': ['偏高，关注', 'above, watch'],
  'watch-low': ['偏低，关注', 'below, watch'],
  within: ['在限内', 'within'],
  small: ['例数少，不评判', 'small numbers, not judged'],
  unrecorded: ['没有记录', 'not recorded'],
  method: [
    '界限 = 同级平均 ± z × 离散度 ÷ √人次（95%：1.96，99.8%：3.09），过度离散 φ = {phi} 已计入；少于 {least} 人次的不评判。调整指数以同级机构同病种（诊断类目）、年龄段、性别、合并症程度的平均为预期（合并症程度：其他诊断的查尔森指数，分 0、1–2、3–4、5 以上四档；不足 10 例时依次放宽到病种与合并症、病种、合并症、全体）；低风险病种指全市死亡率低于 5‰ 且不少于 100 例的诊断类目；再住院指出院后若干日内在任一机构再次入院（含计划内），数据末尾未满观察期的不计；诊疗相关感染指其他诊断里写明的（T80.2、T81.4、T82.6、T82.7、T83.5、T84.5、Y95 等），没有写的无从知道，一年里从不填其他诊断的机构不算；诊疗规范类指标数结算里有没有相应收费，自费外购、院外带来的看不见。',
    'Limits = peers ± z × spread ÷ √stays (95 %: 1.96, 99.8 %: 3.09), overdispersion φ = {phi} counted; fewer than {least} stays are not judged. Indices expect what peers have in the same diagnosis category, age band, sex and comorbidity (Charlson index of the other diagnoses: 0, 1–2, 3–4, 5 and more; coarser cells under 10 stays); low risk: categories of ≥ 100 stays with under 5 ‰ deaths; readmission anywhere, planned included; unfinished windows are left out; infections are those that a diagnosis names, where other diagnoses are recorded at all; items of guidelines are counted from charges.',
  ],
} as const satisfies Record<string, Text>;
