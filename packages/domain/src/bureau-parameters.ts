/**
 * Numbers that a bureau sets by region and date (`hengjian rule parameter …`, table bureau_parameter): what each means, and what counts
 * where nothing is set. Every number of days, minutes, amounts and ratios of the work of people stands here, never in code.
 */
export interface BureauParameter {
  readonly standard: number;
  readonly zh: string;
  readonly en: string;
  /** Document and article, or that it is our own default. */
  readonly source: string;
}

const own = 'recommended default';
// biome-ignore format: a table
export const bureauParameters = {
  overturnedPerQuarter: { standard: 3, zh: '一个季度内推翻多少条疑点后复核规则(条)', en: 'overturned findings of a quarter that put a rule up for review', source: own },
  sessionIdleMinutes: { standard: 60, zh: '多久不操作就退出登录(分钟)', en: 'minutes without a request after which a session ends', source: own },
  sessionHours: { standard: 12, zh: '一次登录最长多久(小时)', en: 'hours after which a session ends in any case', source: own },
  loginFailures: { standard: 5, zh: '连续输错多少次密码后锁定(次)', en: 'wrong passwords in a row that lock an account', source: own },
  lockMinutes: { standard: 15, zh: '锁定多久(分钟)', en: 'minutes that a locked account stays locked', source: own },
  passwordLength: { standard: 10, zh: '密码至少多少位(位)', en: 'least length of a password', source: own },
} as const satisfies Record<string, BureauParameter>;
export type BureauParameterName = keyof typeof bureauParameters;
