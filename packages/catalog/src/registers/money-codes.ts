/** Where money comes from, the same words in every register of the budget. */
export const origins = { central: '中央', province: '省级', city: '市级', county: '县级', other: '其他' } as const;
export const fundSources = {
  general: '一般公共预算',
  governmentFund: '政府性基金预算',
  specialAccount: '财政专户管理资金',
  other: '单位资金及其他',
} as const;
